import Link from "next/link";

/** Names as links, with commas between them. */
export function NameLinks({ items }: { items: readonly { name: string; href: string }[] }) {
  return (
    <span>
      {items.map((item, index) => (
        <span key={item.href}>
          {index > 0 && ", "}
          <Link href={item.href} prefetch={false} dir="auto">
            {item.name}
          </Link>
        </span>
      ))}
    </span>
  );
}
