import type { Timeline } from "vis-timeline/esnext";
import { drawnBeyond, member, methodOf, numberOf } from "./vis-parts";

type Step = () => unknown;

/**
 * vis-timeline measures each item as soon as it is added or changed, and the browser lays out everything anew for
 * each: half a second for 400. Here they wait for the next redraw, which has the same steps for many at once.
 * These are its own inner methods: where a release lacks one it does as it always does.
 */
export class VisBatches {
  private readonly covered = new WeakSet<object>();
  private readonly waiting = new Set<object>();

  constructor(private readonly timeline: Timeline) {
    const items = member(timeline, "itemSet");
    const update = methodOf(items, "_updateItem");
    if (!items || !update) return;
    Reflect.set(items, "_updateItem", (item: unknown, data: unknown) => {
      if (!(item instanceof Object)) return update(item, data);
      const canWait = Reflect.get(item, "displayed") === true && stepsOf(item) !== null;
      // Its own redraw comes back as soon as the data are in.
      if (canWait) Reflect.set(item, "redraw", () => {});
      try {
        return update(item, data);
      } finally {
        if (canWait) {
          Reflect.deleteProperty(item, "redraw");
          this.waiting.add(item);
        }
      }
    });
  }

  /**
   * Changes items. vis-timeline would draw them all anew for what is removed, for what is added and for what is
   * changed: here once for everything, with the next frame.
   */
  together(change: () => void): void {
    const items = member(this.timeline, "itemSet");
    // Before the first drawing it waits for no frame.
    const isDrawn = items !== null && Reflect.get(items, "initialItemSetDrawn") === true;
    if (isDrawn) Reflect.set(items, "redraw", () => false);
    try {
      change();
    } finally {
      if (isDrawn) Reflect.deleteProperty(items, "redraw");
    }
  }

  /** To be called when groups may be new. */
  cover(): void {
    const groups = member(member(this.timeline, "itemSet"), "groups");
    for (const group of Object.values(groups ?? {})) {
      if (group instanceof Object && !this.covered.has(group)) this.coverGroup(group);
    }
  }

  private coverGroup(group: object): void {
    this.covered.add(group);
    const check = methodOf(group, "_checkIfVisible");
    const choose = methodOf(group, "_updateItemsInRange");
    // Items that are not shown at once must be found by the redraw.
    if (!check || !choose) return;
    Reflect.set(group, "_checkIfVisible", (item: unknown, ...rest: unknown[]) => {
      if (item instanceof Object && Reflect.get(item, "displayed") === true) check(item, ...rest);
    });
    Reflect.set(group, "_updateItemsInRange", (ordered: unknown, before: unknown, range: unknown) => {
      this.drawWaiting();
      return choose(ordered, before, widened(range));
    });
  }

  private drawWaiting(): void {
    const steps = [...this.waiting]
      .filter((item) => Reflect.get(item, "displayed") === true)
      .map((item) => stepsOf(item) ?? []);
    this.waiting.clear();
    const most = Math.max(0, ...steps.map(({ length }) => length));
    for (let step = 0; step < most; step += 1) for (const own of steps) own[step]?.();
  }
}

/** The parts of an item's redraw, which do nothing until they are called. */
function stepsOf(item: object): Step[] | null {
  const steps = methodOf(item, "redraw")?.(true);
  return Array.isArray(steps) ? steps : null;
}

/** A range that reaches farther, and is the same in all else. */
function widened(range: unknown): unknown {
  const [start, end] = [numberOf(range, "start"), numberOf(range, "end")];
  if (!(range instanceof Object) || start === null || end === null) return range;
  const beyond = (end - start) * drawnBeyond;
  return Object.create(range, { start: { value: start - beyond }, end: { value: end + beyond } });
}
