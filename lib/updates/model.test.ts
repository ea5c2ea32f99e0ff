import { describe, expect, it } from "vitest";
import { eventText, publicKind, readEventId } from "./model";

describe("publicKind", () => {
  it("tells what becomes public, what changes there, and what leaves", () => {
    expect(publicKind("draft", "published")).toBe("published");
    expect(publicKind("merged", "published")).toBe("published");
    expect(publicKind(null, "published")).toBe("published");
    expect(publicKind("published", "published")).toBe("updated");
    expect(publicKind("published", "retracted")).toBe("retracted");
    expect(publicKind("published", "merged")).toBe("retracted");
  });

  it("keeps drafts to the desk", () => {
    expect(publicKind(null, "draft")).toBeNull();
    expect(publicKind("draft", "in_review")).toBeNull();
    expect(publicKind("retracted", "draft")).toBeNull();
  });
});

describe("eventText", () => {
  it("is one event whose id leads back to its version", () => {
    const text = eventText({
      kind: "published",
      publicId: "K7DM2XQ9",
      version: 3,
      at: "2026-11-22T09:30:00.000Z",
    });
    expect(text).toBe(
      'id: K7DM2XQ9@3\nevent: published\ndata: {"publicId":"K7DM2XQ9","version":3,"at":"2026-11-22T09:30:00.000Z"}\n\n',
    );
    expect(readEventId("K7DM2XQ9@3")).toEqual({ publicId: "K7DM2XQ9", version: 3 });
  });

  it("has no id where nothing single is told", () => {
    expect(eventText("reread")).toBe("event: reread\ndata: {}\n\n");
    for (const id of ["", "K7DM2XQ9", "K7DM2XQ9@", "k7dm2xq9@1", "K7DM2XQ9@1 OR 1", "K7DM2XQ9@1234567890"]) {
      expect(readEventId(id), id).toBeNull();
    }
  });
});
