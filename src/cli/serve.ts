import { preview } from 'astro';

/** Serves the built site on this machine and prints its address, until it is stopped. */
const server = await preview({ logLevel: 'warn' });
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
console.log(
  `The timeline is at http://${server.host ?? 'localhost'}:${String(server.port)}${base}  (Ctrl+C stops it)`,
);
