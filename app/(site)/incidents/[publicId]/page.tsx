import { IncidentPage, type IncidentParams, type IncidentQuery, incidentMetadata } from "./incident-page";

type Props = { params: IncidentParams; searchParams: IncidentQuery };

export const generateMetadata = ({ params }: Props) => incidentMetadata(params);

export default function Page({ params, searchParams }: Props) {
  return <IncidentPage params={params} searchParams={searchParams} />;
}
