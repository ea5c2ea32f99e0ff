/** A sight line: an eye level from a point to three events on a line. */
export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M1.5 12h21" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="6" cy="12" r="3" fill="currentColor" />
      <path d="M13.5 7.5 18 12l-4.5 4.5L9 12z" fill="var(--explosions-remote-violence)" />
      <path
        d="M6 12C8 4.5 16 4.5 19.5 11"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        opacity=".55"
      />
    </svg>
  );
}
