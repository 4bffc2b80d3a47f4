import { SANDBOX } from '../model/sandbox.ts';
import { tag } from './html.ts';

/** A page that other sites may show in a frame. All addresses are full ones. */
export interface FramedPage {
  title: string;
  /** Of what stands in the frame. */
  address: string;
  /** Pixels that it wants; the frame takes less width where there is less. */
  width: number;
  height: number;
  /** The timeline. */
  provider: { name: string; address: string };
  /** A picture of the page. */
  picture?: { address: string; width: number; height: number } | undefined;
}

/** A rich response of oEmbed 1.0 (oembed.com, 2.3). */
export interface OEmbed {
  type: 'rich';
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  width: number;
  height: number;
  html: string;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** A day: what is corrected should be seen soon. */
const CACHE_AGE = 86_400;

/** Describes a page for sites that turn its address into a frame. */
export function oembed({ title, address, width, height, provider, picture }: FramedPage): OEmbed {
  const attributes = {
    src: address,
    title,
    width: String(width),
    height: String(height),
    sandbox: SANDBOX,
    loading: 'lazy',
    style: `border:0;width:100%;max-width:${String(width)}px`,
  };
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: provider.name,
    provider_url: provider.address,
    cache_age: CACHE_AGE,
    width,
    height,
    html: tag('iframe', attributes, ''),
    ...(picture && {
      thumbnail_url: picture.address,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
  };
}
