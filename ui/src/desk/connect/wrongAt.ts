/** Which field holds a value of a connection that was refused. */
import type { Failure } from "../../backend";

/** The field among `fields`, which are named by the key that the refusal comes with; null where it is another's, or none. */
export function wrongAt<Field extends string>(failure: Failure | null, fields: Record<string, Field>): Field | null {
  if (failure?.code !== "connection-wrong-value" || failure.detail === null) return null;
  return Object.hasOwn(fields, failure.detail) ? (fields[failure.detail] ?? null) : null;
}
