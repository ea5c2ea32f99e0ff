import { isLocalPath, paths } from "@/lib/paths";
import { schemeCookie, schemeOf } from "@/lib/scheme";

const yearSeconds = 365 * 24 * 60 * 60;
/** The form has one field; anything larger is not read. */
const maxFormBytes = 1_000;

async function readForm(request: Request): Promise<FormData> {
  const bytes = Number(request.headers.get("content-length") ?? Number.NaN);
  const form = bytes <= maxFormBytes ? await request.formData().catch(() => null) : null;
  return form ?? new FormData();
}

/** Keeps the colour scheme of the form and goes back to the page it was chosen on. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const scheme = schemeOf(String(form.get("scheme") ?? ""));
  const referer = request.headers.get("referer");
  const from = referer && URL.canParse(referer) ? new URL(referer) : null;
  const back = from ? from.pathname + from.search : paths.home();
  return new Response(null, {
    status: 303,
    headers: {
      location: isLocalPath(back) ? back : paths.home(),
      "set-cookie": `${schemeCookie}=${scheme}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`,
    },
  });
}
