//! The bill of materials, as CycloneDX's own library reads it.

use std::process::Command;

use crate::tell::tell;
use crate::{Given, Report};

const VALIDATE: &str = "
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
text = open(sys.argv[1], encoding='utf-8').read()
problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
sys.exit(str(problem) if problem else 0)
";

pub(crate) fn judge(given: &Given, report: &mut Report) {
    report.test("CycloneDX's own library takes the bill of materials", || {
        let venv = peers::venv("cyclonedx", &["cyclonedx-python-lib[json-validation]==11.12.0"])
            .map_err(|error| error.to_string())?;
        tell(
            Command::new(venv.join("bin/python"))
                .args(["-c", VALIDATE])
                .arg(&given.bill),
        )
        .map(drop)
    });
}
