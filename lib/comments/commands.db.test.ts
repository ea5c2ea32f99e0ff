import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeIncident } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { addComment, editComment, removeComment, setThreadResolved } from "./commands";
import { mentionText } from "./mentions";
import { listComments, listDeskPeople } from "./queries";
import { commentInputSchema } from "./schema";

let amal: Principal;
let ben: Principal;
let viewer: Principal;
beforeAll(async () => {
  amal = await makePrincipal("editor");
  ben = await makePrincipal("contributor");
  viewer = await makePrincipal("viewer");
});

const person = ({ id, name, role }: Principal) => ({ id: id ?? "", name, role });
const toldTo = async ({ id }: Principal, publicId: string) =>
  (
    await database().notification.findMany({
      where: { userId: id ?? "", incident: { publicId } },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ kind }) => kind);

describe("addComment", () => {
  it("says something about a field, and tells whom it mentions and whose incident it is", async () => {
    const { publicId } = await makeIncident({ createdById: ben.id });
    const chris = await makePrincipal("contributor");
    const body = `${mentionText(person(chris))}, three or four? ${mentionText({ id: "gone", name: "Nobody" })}`;
    const [comment, ...more] = await addComment(amal, { publicId, field: "killed", body });
    expect(more).toEqual([]);
    expect(comment).toMatchObject({
      field: "killed",
      body: `${mentionText(person(chris))}, three or four? @Nobody`,
      authorId: amal.id,
      authorName: amal.name,
      isResolved: false,
      isRemoved: false,
    });
    expect([
      await toldTo(chris, publicId),
      await toldTo(ben, publicId),
      await toldTo(amal, publicId),
    ]).toEqual([["mention"], ["comment"], []]);
    await addComment(chris, { publicId, field: "killed", body: "Four." });
    expect(await toldTo(amal, publicId)).toEqual(["comment"]);
  });

  it("is for the desk; about an incident that is there; of 1 to 5,000 characters", async () => {
    const { publicId } = await makeIncident();
    const input = { publicId, field: null, body: "Hello" };
    await expect(addComment(null, input)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(addComment(viewer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addComment(amal, { ...input, publicId: "00000000" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(commentInputSchema.safeParse({ ...input, body: "  " }).success).toBe(false);
    expect(commentInputSchema.safeParse({ ...input, body: "x".repeat(5001) }).success).toBe(false);
    expect(commentInputSchema.safeParse({ ...input, field: "version" }).success).toBe(false);
    expect((await listDeskPeople()).map(({ id }) => id)).not.toContain(viewer.id);
  });
});

describe("editComment and removeComment", () => {
  it("are the author's; a removed one leaves its place and no word", async () => {
    const { publicId } = await makeIncident({ createdById: ben.id });
    const [first] = await addComment(amal, { publicId, field: null, body: "Secret words" });
    const id = first?.id ?? "";
    await expect(editComment(ben, { id, body: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeComment(ben, { id })).rejects.toMatchObject({ code: "forbidden" });
    const edited = await editComment(amal, { id, body: `Better, ${mentionText(person(ben))}` });
    expect(edited).toMatchObject([{ isEdited: true, body: `Better, ${mentionText(person(ben))}` }]);
    expect(await toldTo(ben, publicId)).toEqual(["comment", "mention"]);
    expect(await removeComment(amal, { id })).toMatchObject([{ isRemoved: true, body: "" }]);
    expect(await database().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: "" });
    expect(await toldTo(ben, publicId)).toEqual([]);
    await expect(editComment(amal, { id, body: "Again" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("removes once when it is asked twice at once", async () => {
    const { publicId } = await makeIncident();
    const [first] = await addComment(amal, { publicId, field: null, body: "Twice" });
    const answers = await Promise.allSettled([1, 2].map(() => removeComment(amal, { id: first?.id ?? "" })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("setThreadResolved", () => {
  it("resolves what was seen, and opens all again", async () => {
    const { publicId } = await makeIncident();
    const [seen] = await addComment(amal, { publicId, field: "title", body: "A typo" });
    await addComment(ben, { publicId, field: "title", body: "And another" });
    await addComment(ben, { publicId, field: "place", body: "Which base?" });
    const step = { publicId, field: "title", lastId: seen?.id ?? "" } as const;
    await setThreadResolved(amal, { ...step, isResolved: true });
    expect((await listComments(publicId)).map(({ isResolved }) => isResolved)).toEqual([true, false, false]);
    await setThreadResolved(ben, { ...step, isResolved: false });
    expect((await listComments(publicId)).map(({ isResolved }) => isResolved)).toEqual([false, false, false]);
    await expect(
      setThreadResolved(amal, { ...step, field: "place", isResolved: true }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(setThreadResolved(viewer, { ...step, isResolved: true })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
