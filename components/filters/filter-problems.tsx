import { Notice } from "@/components/ui/notice";
import type { FilterProblem } from "@/lib/incidents/filters";

/** Values of the address that cannot be used, and why; they were left out. */
export function FilterProblems({ problems }: { problems: FilterProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="caution" role="status">
      <p>
        {problems.length === 1
          ? "One filter in the address was left out:"
          : "Some filters in the address were left out:"}
      </p>
      <ul>
        {problems.slice(0, 10).map(({ name, value, message }) => (
          <li key={`${name} ${value} ${message}`}>
            <code>
              {name}={value.slice(0, 80)}
            </code>
            : {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
