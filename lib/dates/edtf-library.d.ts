/** The part of the edtf package that Sightline uses; the package ships no declarations of its own. */
declare module "edtf" {
  type Qualified = {
    /** true: the whole date; a number: bit mask over YYYYMMDD (year 15, month 48, day 192). */
    approximate?: boolean | number;
    uncertain?: boolean | number;
    unspecified?: number;
  };
  /** Months count from 0, as in Date. The parts of an interval may come without a type. */
  export type EdtfDate = Qualified & {
    type?: "Date";
    values: number[];
    /** Minutes east of UTC; only meaningful when timeZone is present. */
    offset?: number;
    timeZone?: string;
  };
  export type EdtfYear = Qualified & { type: "Year"; values: [number]; significant?: number };
  export type EdtfSeason = Qualified & { type: "Season"; values: [number, number] };
  export type EdtfOther = { type: "Century" | "Decade"; values: number[] };
  export type EdtfPoint = EdtfDate | EdtfYear | EdtfSeason | EdtfOther;
  /** An end is Infinity for `..` and null when it is left out. */
  export type EdtfInterval = {
    type: "Interval";
    values: [EdtfPoint | number | null, EdtfPoint | number | null];
  };
  type Members<Kind> = {
    type: Kind;
    values: (EdtfPoint | [EdtfPoint, EdtfPoint])[];
    earlier?: boolean;
    later?: boolean;
  };
  export type EdtfTree = EdtfPoint | EdtfInterval | Members<"Set"> | Members<"List">;

  /** Throws on text that is not EDTF. */
  export function parse(text: string, constraints?: { level?: 0 | 1 | 2 }): EdtfTree;
  export default function edtf(tree: EdtfTree): { edtf: string };
}
