//! The bill of materials, in CycloneDX 1.6: <https://cyclonedx.org/docs/1.6/json/>

use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::crates::Readmit;
use crate::{Material, Result};

/// The bill, as JSON text. It bears the given time (seconds since 1970) and no serial number, so that the
/// same sources give the same bill.
///
/// # Errors
/// When the time can't be written.
pub(crate) fn written(readmit: &Readmit, materials: &[Material], epoch: i64) -> Result<String> {
    let time = OffsetDateTime::from_unix_timestamp(epoch)
        .map_err(|error| error.to_string())?
        .format(&Rfc3339)
        .map_err(|error| error.to_string())?;
    let own = format!("pkg:generic/readmit@{}", readmit.version);
    let of_page = materials.iter().map(|material| &material.purl);
    let of_page = of_page.filter(|purl| purl.starts_with("pkg:npm/"));
    let uses: Vec<&String> = readmit.uses.iter().chain(of_page).collect();
    let known = |purl: &&String| materials.iter().any(|material| &material.purl == *purl);
    let mut dependencies = vec![json!({ "ref": own, "dependsOn": uses })];
    dependencies.extend(materials.iter().map(|material| {
        let mut uses: Vec<&String> = material.uses.iter().filter(known).collect();
        uses.sort();
        uses.dedup();
        json!({ "ref": material.purl, "dependsOn": uses })
    }));
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": time,
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "readmit",
                "version": readmit.version,
                "licenses": [{ "license": { "id": "Apache-2.0" } }],
                "purl": own,
            },
        },
        "components": materials.iter().map(component).collect::<Vec<_>>(),
        "dependencies": dependencies,
    });
    let mut text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

fn component(material: &Material) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": material.purl,
        "name": material.name,
        "version": material.version,
        "purl": material.purl,
        "licenses": [{ "expression": material.licence }],
    });
    if let Some((algorithm, digest)) = &material.digest {
        component["hashes"] = json!([{ "alg": algorithm, "content": digest }]);
    }
    if let Some(repository) = &material.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}
