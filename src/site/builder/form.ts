/** A form whose fields have the names of a query's parameters. */

/**
 * Shows a query in a form: what it does not name is as it was when the page came. Fields that are
 * disabled keep what they say.
 */
export function fillForm(form: HTMLFormElement, query: string): void {
  const parameters = new URLSearchParams(query);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    ':is(input, select):enabled',
  )) {
    const values = parameters.getAll(field.name).flatMap((value) => value.split(','));
    if (isBox(field))
      field.checked = values.length > 0 ? values.includes(field.value) : field.defaultChecked;
    else {
      const value = parameters.get(field.name) ?? firstValue(field);
      // What is being typed is not taken away.
      if (field.value !== value) field.value = value;
    }
  }
}

/** What a form says, as a query string: fields that are empty or disabled say nothing. */
export function readForm(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  );
  return String(new URLSearchParams(pairs));
}

function isBox(field: HTMLInputElement | HTMLSelectElement): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

function firstValue(field: HTMLInputElement | HTMLSelectElement): string {
  if (field instanceof HTMLInputElement) return field.defaultValue;
  return field.options[0]?.value ?? '';
}
