import { MAX_FIXED_HEIGHT, type Heights } from '../embed/heights.ts';
import { oembed, type FramedPage } from '../exports/oembed.ts';
import { eventHeights, exchangeHeights, timelineHeights } from './embed-heights.ts';
import { pageContext, type PageContext } from './page.ts';
import { previewOf } from './pictures.ts';
import { exchangeRoutes } from './routes.ts';
import { urls } from './urls.ts';

/** Widths of frames, in pixels: of the column that articles have, and of one that charts get. */
const WIDTH = { timeline: 900, card: 640 };

/** A page in a frame, with its place among the descriptions and among the pages. */
interface Described {
  file: string;
  title: string;
  path: string;
  width: number;
  heights: Heights;
  picture: FramedPage['picture'];
}

/** The descriptions of the timeline, each event and each exchange; none where the origin is not known. */
export async function oembedRoutes() {
  const page = await pageContext();
  const all = [homeOf(page), ...eventsOf(page), ...(await exchangesOf(page))];
  return all.flatMap((one) => {
    const framed = framedPage(page, one);
    return framed ? [{ params: { path: one.file }, props: { framed } }] : [];
  });
}

/** One of these files. */
export function describe({ framed }: { framed: FramedPage }): Response {
  return Response.json(oembed(framed));
}

function homeOf(page: PageContext): Described {
  return {
    file: 'home',
    title: page.timeline.settings.title,
    path: urls.embed.home,
    width: WIDTH.timeline,
    heights: timelineHeights(page),
    picture: previewOf({}, page),
  };
}

function eventsOf(page: PageContext): Described[] {
  return page.timeline.events.map((event) => ({
    file: `events/${event.slug}`,
    title: event.title,
    path: urls.embed.events(event.slug),
    width: WIDTH.card,
    heights: eventHeights(event, page),
    picture: previewOf({ event }, page),
  }));
}

async function exchangesOf(page: PageContext): Promise<Described[]> {
  return (await exchangeRoutes()).map(({ props: { exchange } }) => ({
    file: `exchanges/${exchange.id}`,
    title: exchange.event.title,
    path: urls.embed.exchanges(exchange.id),
    width: WIDTH.card,
    heights: exchangeHeights(exchange, page),
    picture: previewOf({ exchange }, page),
  }));
}

/** The page with full addresses, where the origin is known. */
function framedPage(
  { timeline }: PageContext,
  { title, path, width, heights, picture }: Described,
): FramedPage | undefined {
  const [address, home] = [urls.absolute(path), urls.absolute(urls.home)];
  if (address === undefined || home === undefined) return undefined;
  const height = heights.findLast(([from]) => from <= width)?.[1] ?? MAX_FIXED_HEIGHT;
  const provider = { name: timeline.settings.title, address: home };
  const framed = { title, width, provider, picture };
  // Hosts that ask for oEmbed seldom hear how high a frame would be, so what is higher scrolls.
  return height <= MAX_FIXED_HEIGHT
    ? { ...framed, address, height }
    : { ...framed, address: `${address}?height=fixed`, height: MAX_FIXED_HEIGHT };
}
