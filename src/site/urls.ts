/** Where the site lives. */
export interface Place {
  /** Path below which all pages lie, such as `/` or `/some/base`. */
  base: string;
  /** Origin of the published site, where it is known. */
  site?: string | undefined;
}

/** One picture of several of the same subject. */
export interface PictureName {
  /** `story`, `events/…` or `exchanges/…`. */
  subject: string;
  theme: 'light' | 'dark';
  frame: 'card' | 'wide';
  format: 'svg' | 'png';
}

/** The address of every page, and nothing else joins paths by hand. */
export interface Urls {
  home: string;
  /** A place on the home page, by its id. */
  homeAt: (id: string) => string;
  /** An event's page, or a claim on it. */
  events: (slug: string, claim?: string) => string;
  sources: (id?: string) => string;
  actors: (id?: string) => string;
  /** The register of claims, or a claim or exchange in it by its id. */
  claims: (id?: string) => string;
  /** The list of disagreements, or one of them by its id. */
  disagreements: (id?: string) => string;
  about: string;
  /** The page of data, or a file of it. */
  data: (file?: string) => string;
  /** The timeline, an event or an exchange, to stand in a frame. */
  embed: {
    home: string;
    events: (slug: string) => string;
    exchanges: (id: string) => string;
    /** The page that puts an embed together, with what it shall show. */
    builder: (part?: { event: string } | { exchange: string }) => string;
  };
  /** A picture of the story, an event or an exchange. */
  pictures: (picture: PictureName) => string;
  /** The oEmbed description of the timeline, an event or an exchange, where the origin is known. */
  oembed: (part?: { event: string } | { exchange: string }) => string | undefined;
  asset: (path: string) => string;
  /** With the origin, where it is known. */
  absolute: (path: string) => string | undefined;
}

/**
 * The addresses of a site. They begin and end with one slash, however the base was written, and
 * lead to the same pages at any base.
 */
export function createUrls({ base, site }: Place): Urls {
  const root = `/${base}/`.replace(/\/+/g, '/');
  const absolute = (path: string) => (site === undefined ? undefined : new URL(path, site).href);
  const folder = (name: string, id?: string) =>
    `${root}${name}/${id === undefined ? '' : `${id}/`}`;
  return {
    home: root,
    homeAt: (id) => `${root}#${id}`,
    events: (slug, claim) =>
      `${folder('events', slug)}${claim === undefined ? '' : `#claim-${claim}`}`,
    sources: (id) => folder('sources', id),
    actors: (id) => folder('actors', id),
    claims: (id) => folder('claims') + anchor(id),
    disagreements: (id) => folder('disagreements') + anchor(id),
    about: folder('about'),
    data: (file = '') => folder('data') + file,
    embed: {
      home: folder('embed'),
      events: (slug) => folder('embed/events', slug),
      exchanges: (id) => folder('embed/exchanges', id),
      builder: (part) => {
        const query = part ? `?${String(new URLSearchParams({ ...part }))}` : '';
        return folder('embed/builder') + query;
      },
    },
    pictures: (picture) => `${root}pictures/${picturePath(picture)}`,
    oembed: (part) => absolute(`${root}oembed/${oembedFile(part)}.json`),
    asset: (path) => root + path,
    absolute,
  };
}

function oembedFile(part: { event: string } | { exchange: string } | undefined): string {
  if (part === undefined) return 'home';
  return 'event' in part ? `events/${part.event}` : `exchanges/${part.exchange}`;
}

function anchor(id: string | undefined): string {
  return id === undefined ? '' : `#${anchorOf(id)}`;
}

/** The place of a claim, an exchange or a disagreement on its page: no other id has the prefix. */
export function anchorOf(id: string): string {
  return `at-${id}`;
}

/** Where a picture lies among them. Ids hold no dot, so that no two pictures share a path. */
export function picturePath({ subject, theme, frame, format }: PictureName): string {
  return `${subject}.${frame === 'wide' ? 'wide.' : ''}${theme}.${format}`;
}

/** The addresses of this build. */
export const urls = createUrls({ base: import.meta.env.BASE_URL, site: import.meta.env.SITE });
