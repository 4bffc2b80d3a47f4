import { printView } from '../../chart/layout/view-link.ts';
import { escaped, link, tag } from '../../exports/html.ts';
import { fill } from '../../model/fill.ts';
import { SANDBOX } from '../../model/sandbox.ts';
import { printEmbed, type Choices, type Form, type Shape } from './choices.ts';

/** One thing that can be embedded. All addresses are paths on the site. */
export interface EmbedTarget {
  title: string;
  /** Its page, to which the codes link. */
  page: string;
  /** The page that stands in a frame. */
  embed: string;
  /** The page in which editors find its oEmbed. */
  oembed: string;
  /** Heights for the loader, such as `0:880 360:800`, where it does not know them. */
  heights?: string | undefined;
  pictures: Record<Shape, Record<'light' | 'dark', string>>;
  /** What its picture shows, in words. */
  alt: string;
}

/** What the codes say of the site, whatever is embedded. */
export interface EmbedSite {
  title: string;
  home: string;
  licence: { name: string; url: string };
  loader: string;
  /** Sizes of pictures, in pixels. */
  shapes: Record<Shape, { width: number; height: number }>;
  /** The line below a picture, with places for `{title}` and `{licence}`. */
  credit: string;
}

/**
 * The code of each form. Each is one line: editors make paragraphs of more.
 *
 * @param origin the address to which the paths belong; they stay paths where none is known.
 */
export function embedCodes(
  choices: Choices,
  target: EmbedTarget,
  site: EmbedSite,
  origin: string | undefined,
): Record<Form, string> {
  const absolute = (path: string) => (origin === undefined ? path : new URL(path, origin).href);
  const { part, height, shape } = choices;
  const { title, heights } = target;
  const page = absolute(pageOf(choices, target));
  const parameters = Object.fromEntries(new URLSearchParams(printEmbed(choices)));
  const isTimeline = part.what === 'timeline';
  const size = site.shapes[shape];
  const src = absolute(target.embed);
  return {
    responsive:
      tag('sourced-timeline', { src, ...parameters, heights }, link(page, title)) +
      tag('script', { async: '', src: absolute(site.loader) }, ''),
    iframe: tag(
      'iframe',
      {
        src: absolute(frameAddress({ ...choices, form: 'iframe' }, target)),
        title,
        width: '100%',
        height: String(height),
        loading: 'lazy',
        sandbox: SANDBOX,
        style: 'border:0',
      },
      '',
    ),
    oembed: isTimeline ? page : absolute(target.oembed),
    picture: tag(
      'p',
      {},
      tag(
        'a',
        { href: page },
        tag('img', {
          src: absolute(pictureAddress(choices, target)),
          alt: target.alt,
          width: String(size.width),
          height: String(size.height),
          style: 'max-width:100%;height:auto',
        }),
      ) +
        '<br>' +
        fill(escaped(site.credit), {
          title: link(absolute(site.home), site.title),
          licence: link(site.licence.url, site.licence.name),
        }),
    ),
  };
}

/** The path, with its query, of what stands in the frame; an oEmbed takes no choices along. */
export function frameAddress(choices: Choices, { embed }: EmbedTarget): string {
  if (choices.form === 'oembed') return embed;
  const height = choices.form === 'iframe' ? 'height=fixed' : '';
  const query = [printEmbed(choices), height].filter(Boolean).join('&');
  return withQuery(embed, query);
}

/** The path of a picture, in the light theme unless the dark one is chosen. */
export function pictureAddress({ shape, theme }: Choices, { pictures }: EmbedTarget): string {
  return pictures[shape][theme === 'dark' ? 'dark' : 'light'];
}

/** The path of what the codes link to: the same view, on the site. */
function pageOf({ part }: Choices, { page }: EmbedTarget): string {
  return withQuery(page, part.what === 'timeline' ? printView(part.view) : '');
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
