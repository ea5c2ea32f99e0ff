import { member, methodOf, numberOf } from "./vis-parts";

const covered = new WeakSet<object>();

/**
 * Has vis-timeline place its ranges as Slide wants it: items stand aside by `conversion.aside()` pixels, and labels
 * stay in view all the same; nothing reaches farther than `conversion.reach()` pixels to the left, and as far to the
 * right. False where a release lacks the parts for that.
 */
export function placeRanges(itemSet: object): boolean {
  const range = member(member(itemSet.constructor, "types"), "range");
  const prototype = member(range, "prototype");
  const original: unknown = prototype && Reflect.get(prototype, "repositionX");
  if (!prototype || typeof original !== "function") return false;
  if (covered.has(prototype)) return true;
  covered.add(prototype);
  Reflect.set(prototype, "repositionX", function repositionX(this: object, ...given: unknown[]) {
    if (!place(this)) original.apply(this, given);
  });
  return true;
}

/** What the original does for a range that runs from left to right, with the label where the window begins. */
function place(item: object): boolean {
  const conversion = member(item, "conversion");
  const toScreen = methodOf(conversion, "toScreen");
  const aside = methodOf(conversion, "aside");
  const reach = methodOf(conversion, "reach");
  const data = member(item, "data");
  const box = styleOf(item, "box");
  const content = styleOf(item, "content");
  const contentWidth = numberOf(member(member(item, "props"), "content"), "width");
  if (!toScreen || !aside || !reach || !data || !box || !content || contentWidth === null) return false;
  const farthest = Number(reach());
  const left = Math.max(Number(toScreen(Reflect.get(data, "start"))), -farthest);
  const right = Math.min(Number(toScreen(Reflect.get(data, "end"))), farthest);
  const width = Math.max(Math.round((right - left) * 1000) / 1000, 1);
  Reflect.set(item, "left", left);
  Reflect.set(item, "width", Reflect.get(item, "overflow") === true ? width + contentWidth : width);
  Reflect.set(box, "transform", `translateX(${left}px)`);
  Reflect.set(box, "width", `${width}px`);
  const outside = Math.min(Math.max(-left - Number(aside()), 0), width);
  Reflect.set(content, "transform", `translateX(${outside}px)`);
  return true;
}

const styleOf = (item: object, part: string): object | null =>
  member(member(member(item, "dom"), part), "style");
