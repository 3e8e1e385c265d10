//! The ADMX file and its texts (ADML), for Group Policy and for Intune.
//!
//! Element by element as the "Group Policy ADMX Syntax Reference Guide" has them. `multiText` is `REG_MULTI_SZ`; a
//! policy that is not configured, or disabled, leaves no value behind, but for yes and no, where disabled is 0.

use super::german;
use super::{Setting, agree, escaped};
use crate::Policy;
use crate::rules::Kind;
use crate::settings::Section;

const NAMESPACE: &str = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";
const KEY: &str = r"SOFTWARE\Policies\Readmit";
const SECTIONS: [Section; 5] = [
    Section::Organisation,
    Section::Connections,
    Section::Windows,
    Section::Desk,
    Section::Network,
];

/// A language of the texts.
struct Language {
    folder: &'static str,
    about: &'static str,
    supported: &'static str,
    section: fn(Section) -> &'static str,
    title: fn(&Setting) -> String,
    description: fn(&Setting) -> String,
}

const ENGLISH: Language = Language {
    folder: "en-US",
    about: "Readmit gets people back into their Amazon Cognito accounts.",
    supported: "Readmit 0.1 or newer",
    section: |section| match section {
        Section::Organisation => "Organisation and help desk",
        Section::Connections => "Connections",
        Section::Windows => "Windows and language",
        Section::Desk => "The help desk's window",
        Section::Network => "Network and log",
    },
    title: |setting| setting.title().to_owned(),
    description: Setting::description,
};

const GERMAN: Language = Language {
    folder: "de-DE",
    about: "Readmit bringt Menschen in ihre Amazon-Cognito-Konten zurück.",
    supported: "Readmit 0.1 oder neuer",
    section: german::section,
    title: |setting| german::text(setting.key).0.to_owned(),
    description: |setting| german::text(setting.key).1.to_owned(),
};

/// The names of strings may have letters, digits and underscores.
fn name_of(word: &str) -> String {
    word.replace('-', "_")
}

fn template() -> String {
    let categories: String = SECTIONS
        .iter()
        .map(|section| {
            format!(
                "    <category name=\"{section:?}\" displayName=\"$(string.category_{section:?})\">\n      \
                 <parentCategory ref=\"Readmit\" />\n    </category>\n"
            )
        })
        .collect();
    let policies: String = Policy::SETTINGS.iter().map(policy).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<policyDefinitions xmlns=\"{NAMESPACE}\" revision=\"1.0\" schemaVersion=\"1.0\">
  <policyNamespaces>
    <target prefix=\"readmit\" namespace=\"Readmit.Policies.Readmit\" />
  </policyNamespaces>
  <resources minRequiredRevision=\"1.0\" />
  <supportedOn>
    <definitions>
      <definition name=\"SUPPORTED_Readmit\" displayName=\"$(string.SUPPORTED_Readmit)\" />
    </definitions>
  </supportedOn>
  <categories>
    <category name=\"Readmit\" displayName=\"$(string.category_Readmit)\" />
{categories}  </categories>
  <policies>
{policies}  </policies>
</policyDefinitions>
"
    )
}

fn policy(setting: &Setting) -> String {
    let key = setting.key;
    // A yes or no is the policy's own value; everything else is typed into an element.
    let (own_value, presentation, content) = match setting.kind {
        Kind::YesNo => (
            format!(" valueName=\"{key}\""),
            String::new(),
            String::from(
                "      <enabledValue>\n        <decimal value=\"1\" />\n      </enabledValue>\n      \
                 <disabledValue>\n        <decimal value=\"0\" />\n      </disabledValue>\n",
            ),
        ),
        kind => (
            String::new(),
            format!(" presentation=\"$(presentation.{key})\""),
            format!("      <elements>\n{}      </elements>\n", element(key, kind)),
        ),
    };
    format!(
        "    <policy name=\"{key}\" class=\"Both\" displayName=\"$(string.{key})\" \
         explainText=\"$(string.{key}_explain)\"{presentation} key=\"{KEY}\"{own_value}>\n      \
         <parentCategory ref=\"{:?}\" />\n      <supportedOn ref=\"SUPPORTED_Readmit\" />\n{content}    </policy>\n",
        setting.section
    )
}

fn element(key: &str, kind: Kind) -> String {
    let named = format!("id=\"{key}_value\" valueName=\"{key}\" required=\"true\"");
    match kind {
        Kind::Text(longest) => format!("        <text {named} maxLength=\"{longest}\" />\n"),
        Kind::Number(least, most) => {
            format!("        <decimal {named} minValue=\"{least}\" maxValue=\"{most}\" />\n")
        }
        Kind::Choice(words) => {
            let items: String = words
                .iter()
                .map(|word| {
                    format!(
                        "          <item displayName=\"$(string.{key}_{})\">\n            <value>\n              \
                         <string>{word}</string>\n            </value>\n          </item>\n",
                        name_of(word)
                    )
                })
                .collect();
            format!("        <enum {named}>\n{items}        </enum>\n")
        }
        Kind::List(most, longest) => {
            format!("        <multiText {named} maxStrings=\"{most}\" maxLength=\"{longest}\" />\n")
        }
        Kind::YesNo => String::new(),
    }
}

fn texts(language: &Language) -> String {
    let mut strings = String::new();
    let mut presentations = String::new();
    let mut string = |id: &str, text: &str| {
        strings += &format!("      <string id=\"{id}\">{}</string>\n", escaped(text));
    };
    string("SUPPORTED_Readmit", language.supported);
    string("category_Readmit", "Readmit");
    for section in SECTIONS {
        string(&format!("category_{section:?}"), (language.section)(section));
    }
    for setting in Policy::SETTINGS {
        let key = setting.key;
        let title = (language.title)(setting);
        string(key, &title);
        string(
            &format!("{key}_explain"),
            &format!("{}\n\n{key}", (language.description)(setting)),
        );
        if let Kind::Choice(words) = setting.kind {
            for word in words {
                string(&format!("{key}_{}", name_of(word)), word);
            }
        }
        let field = format!("refId=\"{key}_value\"");
        let label = escaped(&title);
        let field = match setting.kind {
            Kind::Text(_) => {
                format!("<textBox {field}>\n          <label>{label}</label>\n        </textBox>")
            }
            Kind::Number(least, _) => {
                format!(
                    "<decimalTextBox {field} defaultValue=\"{least}\" spin=\"true\">{label}</decimalTextBox>"
                )
            }
            Kind::Choice(_) => format!("<dropdownList {field} noSort=\"true\">{label}</dropdownList>"),
            Kind::List(..) => format!("<multiTextBox {field} showAsDialog=\"false\">{label}</multiTextBox>"),
            Kind::YesNo => continue,
        };
        presentations +=
            &format!("      <presentation id=\"{key}\">\n        {field}\n      </presentation>\n");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<policyDefinitionResources xmlns=\"{NAMESPACE}\" revision=\"1.0\" schemaVersion=\"1.0\">
  <displayName>Readmit</displayName>
  <description>{}</description>
  <resources>
    <stringTable>
{strings}    </stringTable>
    <presentationTable>
{presentations}    </presentationTable>
  </resources>
</policyDefinitionResources>
",
        escaped(language.about)
    )
}

#[test]
fn the_template_and_its_texts_are_the_committed_ones() {
    agree("windows/readmit.admx", &template());
    for language in [ENGLISH, GERMAN] {
        agree(
            &format!("windows/{}/readmit.adml", language.folder),
            &texts(&language),
        );
    }
}
