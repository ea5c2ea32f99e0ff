"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { giveCode, signIn } from "@/lib/auth/sign-in";
import { isLocalPath, paths } from "@/lib/paths";

const formSchema = z.object({
  email: z.string().trim().max(300),
  password: z.string().max(1000),
  next: z.string().max(2000).catch(""),
});

export type SignInState = { email: string; problem: string };

/** Signs in and goes on to the page that was asked for; else says what is wrong. Works without a script. */
export async function signInAction(_before: SignInState, data: FormData): Promise<SignInState> {
  const read = formSchema.safeParse(Object.fromEntries(data));
  if (!read.success) {
    return { email: "", problem: "Give your e-mail address and your password." };
  }
  const { email, password, next } = read.data;
  if (email === "" || password === "") {
    return { email, problem: "Give your e-mail address and your password." };
  }
  const answer = await signIn({ email, password }, await headers());
  if (answer.is === "refused") {
    return { email, problem: answer.problem };
  }
  const wanted = isLocalPath(next) ? next : paths.editor();
  redirect(answer.is === "code-needed" ? paths.signInCode(wanted) : wanted);
}

const codeSchema = z.object({
  code: z.string().trim().min(1).max(100),
  trustDevice: z.literal("on").optional(),
  next: z.string().max(2000).catch(""),
});

export type CodeState = { problem: string };

/** The second step of signing in. Works without a script. */
export async function giveCodeAction(_before: CodeState, data: FormData): Promise<CodeState> {
  const read = codeSchema.safeParse(Object.fromEntries(data));
  if (!read.success) {
    return { problem: "Give the code that your app shows." };
  }
  const { code, trustDevice, next } = read.data;
  const problem = await giveCode({ code, trustDevice: trustDevice === "on" }, await headers());
  if (problem !== null) {
    return { problem };
  }
  redirect(isLocalPath(next) ? next : paths.editor());
}
