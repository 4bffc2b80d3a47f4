import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const QUERY = '?bundled';

/**
 * A Vite plugin: `import script from './some.ts?bundled'` is the text of a classic script that
 * holds that module and all that it imports. It is for what cannot be a module of the site, such
 * as a script within a page that may fetch nothing.
 *
 * @param alias what stands in for which package.
 */
export function bundledScripts(alias: Record<string, string>): Plugin {
  return {
    name: 'bundled-scripts',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return undefined;
      const file = id.slice(0, -QUERY.length);
      const { text, modules } = await bundle(file, alias);
      for (const module of modules) this.addWatchFile(module);
      return `export default ${JSON.stringify(text)}`;
    },
  };
}

async function bundle(file: string, alias: Record<string, string>) {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: file, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${file} was bundled into no script`);
  return { text: chunk.code.trim(), modules: chunk.moduleIds };
}
