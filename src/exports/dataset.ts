import type { Publication } from './publication.ts';

/** A file of data: its name and media type. */
interface DataFile {
  name: string;
  type: string;
}

/**
 * What search engines for data are told (schema.org/Dataset). Files are named only where their
 * whole addresses are known.
 * @param dateModified day of the last change.
 */
export function dataset(
  files: readonly DataFile[],
  dateModified: string | undefined,
  { timeline, address }: Publication,
): object {
  const { title, description, licence, language } = timeline.settings;
  const distribution = files.flatMap(({ name, type }) => {
    const contentUrl = address.data(name);
    return contentUrl === undefined
      ? []
      : [{ '@type': 'DataDownload', name, encodingFormat: type, contentUrl }];
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description,
    license: licence.url,
    inLanguage: language,
    isAccessibleForFree: true,
    dateModified,
    url: address.data(''),
    distribution: distribution.length === 0 ? undefined : distribution,
  };
}
