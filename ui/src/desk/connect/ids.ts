/** Ids that somebody types where no list can be had: what is wrong with one, by the rules of Cognito's API reference. */

/** What is wrong with an id, so that the words for it can be found. */
export type IdFault = "empty" | "malformed" | "too-long";

/** `UserPoolIdType`: at most 55 characters. */
const LONGEST_POOL_ID = 55;
/** `ClientIdType`: at most 128 characters. */
const LONGEST_CLIENT_ID = 128;

const POOL_ID = /^([a-z]+(?:-[a-z]+)+-\d{1,2})_[0-9A-Za-z]+$/;
const CLIENT_ID = /^[\w+]+$/;

function fault(id: string, shape: RegExp, longest: number): IdFault | null {
  if (id === "") return "empty";
  if (!shape.test(id)) return "malformed";
  return id.length > longest ? "too-long" : null;
}

/** What is wrong with a pool's id: it is the Region, an underscore, and letters and digits. */
export const poolIdFault = (id: string): IdFault | null => fault(id, POOL_ID, LONGEST_POOL_ID);

/** What is wrong with an app client's id. */
export const clientIdFault = (id: string): IdFault | null => fault(id, CLIENT_ID, LONGEST_CLIENT_ID);

/** The Region that a pool's id names; empty where it isn't one. */
export const regionOfPool = (id: string): string => POOL_ID.exec(id)?.[1] ?? "";
