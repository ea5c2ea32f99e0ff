import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type TestMail = { from: string; to: string; text: string };

/** Takes mail on a port of this machine and keeps it; anything to refused@example.org is refused. */
export async function startMailServer(account: { user: string; password: string }) {
  const mails: TestMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    onAuth({ username, password }, _session, done) {
      const isRight = username === account.user && password === account.password;
      done(isRight ? null : new Error("wrong account"), { user: username });
    },
    onRcptTo({ address }, _session, done) {
      done(address === "refused@example.org" ? new Error("no such mailbox") : null);
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      const { mailFrom, rcptTo } = session.envelope;
      const raw = Buffer.concat(chunks).toString("utf8");
      mails.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address).join(", "),
        // Long lines of quoted-printable text are folded with "=" at the end.
        text: raw.replace(/=\r\n/g, "").replaceAll("=3D", "="),
      });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://${account.user}:${account.password}@127.0.0.1:${port}`;
  return { url, mails, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
