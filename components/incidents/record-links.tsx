import { ReadingSection } from "@/components/ui/reading";
import type { IncidentChain } from "@/lib/incidents/summary";
import type { LinkView } from "@/lib/links/schema";
import type { LinkType } from "@/lib/taxonomy/terms";
import { ChainView } from "./chain-view";
import { LinkList } from "./link-list";

const causal: readonly LinkType[] = ["retaliation-for", "response-to", "follows"];

/** What led to an incident, what followed, what belongs to it, and the incidents around these. */
export function RecordLinks({
  publicId,
  links,
  chain,
}: {
  publicId: string;
  links: readonly LinkView[];
  chain: IncidentChain | null;
}) {
  const isCausal = (link: LinkView) => causal.includes(link.type);
  const earlier = links.filter((link) => isCausal(link) && link.direction === "outgoing");
  const later = links.filter((link) => isCausal(link) && link.direction === "incoming");
  const related = links.filter((link) => !isCausal(link));
  const reachesFurther = chain?.nodes.some((node) => node.distance > 1);
  return (
    <>
      {earlier.length > 0 && (
        <ReadingSection id="earlier" title="What led to this">
          <LinkList links={earlier} />
        </ReadingSection>
      )}
      {later.length > 0 && (
        <ReadingSection id="later" title="What followed">
          <LinkList links={later} />
        </ReadingSection>
      )}
      {related.length > 0 && (
        <ReadingSection id="related" title="Related incidents">
          <LinkList links={related} />
        </ReadingSection>
      )}
      {chain && reachesFurther && (
        <ReadingSection
          id="chain"
          title="The chain around it"
          note="Incidents up to two links away, the earliest first."
        >
          <ChainView chain={chain} publicId={publicId} />
        </ReadingSection>
      )}
    </>
  );
}
