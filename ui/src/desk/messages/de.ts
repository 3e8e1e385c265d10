import access from "../../../locales/de/access.ftl?raw";
import acts from "../../../locales/de/acts.ftl?raw";
import common from "../../../locales/de/common.ftl?raw";
import connections from "../../../locales/de/connections.ftl?raw";
import desk from "../../../locales/de/desk.ftl?raw";
import failures from "../../../locales/de/failures.ftl?raw";
import failuresDesk from "../../../locales/de/failures-desk.ftl?raw";
import pools from "../../../locales/de/pools.ftl?raw";
import practice from "../../../locales/de/practice.ftl?raw";
import record from "../../../locales/de/record.ftl?raw";
import users from "../../../locales/de/users.ftl?raw";

export default [common, desk, access, connections, failures, failuresDesk, pools, practice, users, acts, record];
