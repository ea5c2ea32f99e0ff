import { describe, expect, it } from "vitest";
import { addComment } from "@/lib/comments/commands";
import { makeIncident } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { markRead } from "./commands";
import { countUnread, listNotifications } from "./queries";

describe("what somebody is told", () => {
  it("stands latest first with where it leads, and is read by its owner alone", async () => {
    const [author, owner] = [await makePrincipal("editor"), await makePrincipal("contributor")];
    const ownerId = owner.id ?? "";
    const { publicId, record } = await makeIncident({ createdById: ownerId });
    for (const field of ["title", "killed", null] as const) {
      await addComment(author, { publicId, field, body: "Look" });
    }
    const lines = await listNotifications(ownerId);
    expect(lines.map(({ field }) => field)).toEqual([null, "killed", "title"]);
    expect(lines[0]).toMatchObject({
      kind: "comment",
      publicId,
      title: record.incident.title,
      actorName: author.name,
      isRead: false,
    });
    const [first] = lines;
    expect(await markRead(author, { id: first?.id ?? "" })).toEqual({ unread: 0 });
    expect(await countUnread(ownerId)).toBe(3);
    expect(await markRead(owner, { id: first?.id ?? "" })).toEqual({ unread: 2 });
    expect(await markRead(owner, { id: first?.id ?? "" })).toEqual({ unread: 2 });
    const both = await Promise.all([markRead(owner, { id: null }), markRead(owner, { id: null })]);
    expect(both).toEqual([{ unread: 0 }, { unread: 0 }]);
    expect((await listNotifications(ownerId)).every(({ isRead }) => isRead)).toBe(true);
  });

  it("is for the desk", async () => {
    await expect(markRead(null, { id: null })).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(markRead(await makePrincipal("viewer"), { id: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
