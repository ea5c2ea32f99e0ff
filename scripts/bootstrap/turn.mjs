import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const [firstPort, portCount] = [41_000, 8_000];
const pollMs = 250;
const patienceMs = 15 * 60_000;

/**
 * Does work that two commands in one folder must not do at the same time, such as installing or building. Whoever
 * listens on a port that follows from the folder has the turn; it is given back even by a process that is killed.
 * After a long wait the work is done all the same: the port may belong to some other program.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function takeTurn(root, work) {
  const digest = createHash("sha256").update(root).digest();
  const port = firstPort + (digest.readUInt32BE(0) % portCount);
  const deadline = Date.now() + patienceMs;
  let turn = await listen(port);
  while (turn === null && Date.now() < deadline) {
    await sleep(pollMs);
    turn = await listen(port);
  }
  try {
    return await work();
  } finally {
    turn?.close();
  }
}

function listen(port) {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => resolve(server));
  });
}
