import { hasPng, pictureOf, subjectOf, type About, type Subject } from './pictures.ts';
import { pageContext, type PageContext } from './page.ts';
import { THEMES } from './palette.ts';
import { exchangeRoutes } from './routes.ts';
import { rasterise } from './rasterise.ts';
import { picturePath, type PictureName } from './urls.ts';

export interface PictureRoute {
  subject: Subject;
  name: PictureName;
}

/** The files of the pictures: of the story, of each event and of each exchange. */
export async function pictureRoutes() {
  const page = await pageContext();
  const exchanges = await exchangeRoutes();
  const all: About[] = [
    {},
    ...page.timeline.events.map((event) => ({ event })),
    ...exchanges.map(({ props }) => props),
  ];
  return all.flatMap((about) => {
    const subject = subjectOf(about, page);
    return filesOf(subject, page).map((name) => ({
      params: { path: picturePath(name) },
      props: { subject, name },
    }));
  });
}

/** SVG in every theme and frame, and PNG where that is made. */
function filesOf(subject: Subject, page: PageContext): PictureName[] {
  return (['card', 'wide'] as const).flatMap((frame) =>
    THEMES.flatMap((theme): PictureName[] => {
      const name = { subject: subject.path, theme, frame };
      const svg: PictureName = { ...name, format: 'svg' };
      return hasPng(subject, page) ? [svg, { ...name, format: 'png' }] : [svg];
    }),
  );
}

/** One of these files. */
export async function picture({ subject, name }: PictureRoute): Promise<Response> {
  const svg = await pictureOf(subject, name, await pageContext());
  if (name.format === 'svg')
    return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  return new Response(await rasterise(svg), { headers: { 'Content-Type': 'image/png' } });
}
