"""Says what is in the template, its texts and the profile, by Python's own parsers."""

import base64
import json
import pathlib
import plistlib
import sys
import xml.etree.ElementTree as xml

folder = pathlib.Path(sys.argv[1])
mistakes = []
names = {"": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}


def note(right, mistake):
    if not right:
        mistakes.append(mistake)


def tag(element):
    return element.tag.rpartition("}")[2]


def reference(text, table):
    note(text.startswith(f"$({table}.") and text.endswith(")"), f"not a reference: {text}")
    return text[len(table) + 3 : -1]


template = xml.parse(folder / "windows/readmit.admx").getroot()
note(template.tag == f"{{{names['']}}}policyDefinitions", "the root")
# The order that the schema prescribes.
order = ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]
note([tag(child) for child in template] == order, "the order")
categories = [category.get("name") for category in template.findall("categories/category", names)]
supported = [one.get("name") for one in template.findall("supportedOn/definitions/definition", names)]
strings = {
    reference(value, "string")
    for element in template.iter()
    for name, value in element.attrib.items()
    if name in ("displayName", "explainText")
}
presentations, elements, policies = {}, [], []
for parent in template.findall("categories/category/parentCategory", names):
    note(parent.get("ref") in categories, f"no category {parent.get('ref')}")

for policy in template.findall("policies/policy", names):
    name = policy.get("name")
    note(policy.get("class") == "Both", f"{name}: class")
    note(policy.get("key") == r"SOFTWARE\Policies\Readmit", f"{name}: key")
    note(policy.find("parentCategory", names).get("ref") in categories, f"{name}: category")
    note(policy.find("supportedOn", names).get("ref") in supported, f"{name}: supportedOn")
    inside = policy.findall("elements/*", names)
    note(len(inside) <= 1, f"{name}: more than one element")
    if inside:
        element = inside[0]
        note(element.get("required") == "true", f"{name}: not required")
        presentations[reference(policy.get("presentation"), "presentation")] = (tag(element), element.get("id"))
        elements.append(element.get("id"))
        form = {key: element.get(key) for key in ("maxLength", "minValue", "maxValue", "maxStrings") if element.get(key)}
        if tag(element) == "enum":
            form["items"] = [item.text for item in element.findall("item/value/string", names)]
        form["element"] = tag(element)
        value_name = element.get("valueName")
    else:
        form = {
            "element": None,
            "enabled": policy.find("enabledValue/decimal", names).get("value"),
            "disabled": policy.find("disabledValue/decimal", names).get("value"),
        }
        value_name = policy.get("valueName")
    policies.append({"name": name, "valueName": value_name, "form": form})

for unique in ([policy["name"] for policy in policies], elements, categories):
    note(len(set(unique)) == len(unique), "a name is there twice")

controls = {"text": "textBox", "decimal": "decimalTextBox", "enum": "dropdownList", "multiText": "multiTextBox"}
for language in ("en-US", "de-DE"):
    texts = xml.parse(folder / f"windows/{language}/readmit.adml").getroot()
    note(tag(texts) == "policyDefinitionResources", f"{language}: the root")
    table = texts.findall("resources/stringTable/string", names)
    note(len(table) == len({string.get("id") for string in table}), f"{language}: a string is there twice")
    note({string.get("id") for string in table} == strings, f"{language}: the strings")
    note(all(string.text.strip() for string in table), f"{language}: an empty string")
    shown = {}
    for presentation in texts.findall("resources/presentationTable/presentation", names):
        (control,) = presentation
        words = control.text.strip() or control.find("label", names).text
        note(bool(words), f"{language}: a control without words")
        shown[presentation.get("id")] = (tag(control), control.get("refId"))
    wanted = {name: (controls[kind], element) for name, (kind, element) in presentations.items()}
    note(shown == wanted, f"{language}: the presentations")

with open(folder / "macos/readmit.mobileconfig", "rb") as file:
    profile = plistlib.load(file)
note(profile["PayloadType"] == "Configuration", "the profile's type")
(payload,) = profile["PayloadContent"]
note(payload["PayloadType"] == "com.apple.ManagedClient.preferences", "the payload's type")
note(len({profile["PayloadUUID"], payload["PayloadUUID"]}) == 2, "the payload's UUID")
(domain,) = payload["PayloadContent"].items()
note(domain[0] == "app.readmit.Readmit", "the payload's domain")
(forced,) = domain[1]["Forced"]

settings = forced["mcx_preference_settings"]
managed = base64.b64encode(plistlib.dumps(settings, fmt=plistlib.FMT_BINARY)).decode()

print(json.dumps({"mistakes": mistakes, "policies": policies, "profile": settings, "managed": managed}))
