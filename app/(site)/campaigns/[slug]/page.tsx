import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IncidentSection } from "@/components/incidents/incident-section";
import { Fact, Facts } from "@/components/ui/facts";
import { NameLinks } from "@/components/ui/name-links";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { type CampaignView, getCampaign, listCampaigns } from "@/lib/campaigns/queries";
import { dayWordsOf } from "@/lib/dates/day-words";
import { baseUrl } from "@/lib/env";
import { emptyFilter, encodeFilter } from "@/lib/incidents/filters";
import { listIncidents } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { EditableKind } from "../../editable-kind";

type Params = Promise<{ slug: string }>;

const loadCampaign = cache((slug: string) => getCampaign(slug));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const campaign = await loadCampaign((await params).slug);
  if (!campaign) return { robots: { index: false } };
  return {
    title: campaign.name,
    description: campaign.description,
    alternates: { canonical: baseUrl() + paths.campaign(campaign.slug) },
  };
}

export default async function CampaignPage({ params }: { params: Params }) {
  const campaign = await loadCampaign((await params).slug);
  if (!campaign) notFound();
  const filter = { ...emptyFilter, campaign: [campaign.slug] };
  const [list, campaigns] = await Promise.all([listIncidents(filter, { limit: 50 }), listCampaigns()]);
  const others = campaigns.filter((other) => other.slug !== campaign.slug);
  return (
    <ReadingPage>
      <Columns
        main={
          <>
            <ReadingHeader
              kind={<EditableKind words="Campaign" kind="campaigns" slug={campaign.slug} />}
              title={campaign.name}
              lead={campaign.description}
            />
            <Period campaign={campaign} />
            <IncidentSection
              incidents={list.data}
              total={list.total}
              query={encodeFilter(filter).toString()}
              nothing="No published incident belongs to this campaign."
            />
          </>
        }
        side={
          others.length > 0 && (
            <ReadingSection id="others" title="Other campaigns" compact>
              <NameLinks
                items={others.map((other) => ({ name: other.name, href: paths.campaign(other.slug) }))}
              />
            </ReadingSection>
          )
        }
      />
    </ReadingPage>
  );
}

function Period({ campaign: { start, end } }: { campaign: CampaignView }) {
  if (start === null || end === null) return null;
  return (
    <Facts>
      <Fact name="Period">
        {dayWordsOf(start)} – {dayWordsOf(end)}
      </Fact>
    </Facts>
  );
}
