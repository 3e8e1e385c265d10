import common from "../../../locales/en/common.ftl?raw";
import connections from "../../../locales/en/connections.ftl?raw";
import failures from "../../../locales/en/failures.ftl?raw";
import practice from "../../../locales/en/practice.ftl?raw";
import recovery from "../../../locales/en/recovery.ftl?raw";
import signIn from "../../../locales/en/sign-in.ftl?raw";

export default [common, recovery, failures, connections, practice, signIn];
