import { IncidentPage, type IncidentParams, incidentMetadata } from "../incident-page";

type Props = { params: IncidentParams };

export const generateMetadata = ({ params }: Props) => incidentMetadata(params);

export default function Page({ params }: Props) {
  return <IncidentPage params={params} />;
}
