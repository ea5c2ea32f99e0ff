import { expect, it, vi } from "vitest";

const password = "correct horse battery";

/** Signs in as an attacker would: with another x-forwarded-for each time. */
async function attempts(passwords: string[]): Promise<number[]> {
  const { auth } = await import("./auth");
  const statuses: number[] = [];
  for (const [index, given] of passwords.entries()) {
    const request = new Request("http://localhost:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: "http://localhost:3000",
        "x-forwarded-for": `192.0.2.${index}`,
      },
      body: JSON.stringify({ email: "limited@example.org", password: given }),
    });
    statuses.push((await auth().handler(request)).status);
  }
  return statuses;
}

it("a production site limits attempts at an account, whatever address they say they come from", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const [{ addUser }, { systemPrincipal }] = [await import("./accounts"), await import("./principal")];
  await addUser(systemPrincipal, { email: "limited@example.org", role: "viewer", password });
  const wrong = (times: number) => Array.from({ length: times }, () => "wrong horse battery");
  // The right password ends the count, so that 18 and 20 wrong ones pass and the 21st does not.
  const statuses = await attempts([...wrong(18), password, ...wrong(21), password]);
  expect(statuses).toEqual([...Array(18).fill(401), 200, ...Array(20).fill(401), 429, 429]);
}, 60_000);
