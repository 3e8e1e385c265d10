import common from "../../../locales/de/common.ftl?raw";
import connections from "../../../locales/de/connections.ftl?raw";
import failures from "../../../locales/de/failures.ftl?raw";
import practice from "../../../locales/de/practice.ftl?raw";
import recovery from "../../../locales/de/recovery.ftl?raw";
import signIn from "../../../locales/de/sign-in.ftl?raw";

export default [common, recovery, failures, connections, practice, signIn];
