import type { z } from "zod";
import type { EditorActions } from "../editor-actions";
import type { DraftBody } from "./item";

/** Where what is typed is kept: nowhere yet, on this device, or on the server as well. */
export type Kept = { where: "device" | "server"; at: string; isSignedOut: boolean };

const serverDelayMs = 1000;

/** savedAt: by the clock of the device that it was typed on. */
type KeptBody = Record<string, unknown> & { savedAt: string };

export type DraftKeeper<Body extends KeptBody = DraftBody> = {
  keep: (key: string, body: Body) => void;
  discard: (key: string) => void;
  readDevice: (key: string) => Body | null;
};

/**
 * Keeps unsaved forms: on the device at once, on the server a second after the last key. It never throws:
 * a full or forbidden device storage leaves the server, a lost session or network leaves the device.
 */
export function createDraftKeeper<Body extends KeptBody>(options: {
  userId: string;
  /** What a draft that can be restored looks like. */
  schema: z.ZodType<Body>;
  actions: Pick<EditorActions, "saveFormDraft" | "discardFormDraft">;
  onKept: (key: string, kept: Kept) => void;
}): DraftKeeper<Body> {
  const { userId, schema, actions, onKept } = options;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const deviceKey = (key: string) => `sightline.draft.${userId}.${key}`;

  async function send(key: string, body: Body) {
    timers.delete(key);
    try {
      const answer = await actions.saveFormDraft({ key, body });
      if (answer.ok) onKept(key, { where: "server", at: answer.data.savedAt, isSignedOut: false });
      else {
        const isSignedOut = answer.code === "not-signed-in";
        onKept(key, { where: "device", at: body.savedAt, isSignedOut });
      }
    } catch {
      onKept(key, { where: "device", at: body.savedAt, isSignedOut: false });
    }
  }

  return {
    keep(key, body) {
      writeDevice(deviceKey(key), JSON.stringify(body));
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => void send(key, body), serverDelayMs),
      );
    },
    discard(key) {
      clearTimeout(timers.get(key));
      timers.delete(key);
      writeDevice(deviceKey(key), null);
      // A draft that stays on the server is older than what was saved, and is then not restored.
      actions.discardFormDraft({ key }).catch(() => {});
    },
    readDevice(key) {
      const read = schema.safeParse(parse(readDevice(deviceKey(key))));
      return read.success ? read.data : null;
    },
  };
}

function writeDevice(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Full or forbidden: the copy on the server has to do.
  }
}

function readDevice(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
