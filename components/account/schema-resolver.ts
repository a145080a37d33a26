import * as z from 'zod/mini';
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';

/**
 * A schema → what react-hook-form asks on every check: the values as the schema reads them, or the first problem of
 * each field. The package made for it carries every version of the schema library to the page.
 */
export function schemaResolver<Typed extends FieldValues, Read extends FieldValues>(
  schema: z.core.$ZodType<Read, Typed>,
): Resolver<Typed, unknown, Read> {
  return (typed) => {
    const read = z.safeParse(schema, typed);
    if (read.success) return { values: read.data, errors: {} };
    const problems = new Map<PropertyKey, { readonly type: string; readonly message: string }>();
    for (const { path, code, message } of read.error.issues) {
      const [field = 'root'] = path;
      if (!problems.has(field)) problems.set(field, { type: code, message });
    }
    // The paths of a schema's issues are the names of its fields.
    return { values: {}, errors: Object.fromEntries(problems) as FieldErrors<Typed> };
  };
}
