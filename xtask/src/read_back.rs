//! Reads a generated service file back into the model, so that the existing files can be compared with new ones. This
//! module is the inverse of [`emit`](crate::emit).
//!
//! The file contains the whole model, and everything in the file is read. Code that the generator does not write is an
//! error and is never ignored.

mod options;
mod variants;

use crate::check::Identifiers;
use crate::emit::HEADER;
use crate::model::{Edition, FactEditions, LeftOut, Page, Service};
use options::Options;
use proc_macro2::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use syn::{Error, Item, ItemEnum, Result};
use variants::ReferenceNames;

/// The error about a generated file that cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadBackError(String);

impl fmt::Display for ReadBackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReadBackError {}

/// Reads the service that a generated file describes.
///
/// `edition` is the edition of the pages that do not state one. [`edition`] reads it from the list of modules.
///
/// # Errors
///
/// Returns an error if the file contains code that the generator does not write.
pub fn service(text: &str, edition: Option<Edition>) -> std::result::Result<Service, ReadBackError> {
    named(text, edition).map(|(service, _)| service)
}

/// Reads the service that a generated file describes, and the identifiers of its names.
///
/// # Errors
///
/// Returns an error if the file contains code that the generator does not write.
pub fn named(text: &str, edition: Option<Edition>) -> std::result::Result<(Service, Identifiers), ReadBackError> {
    // Git may have changed the line endings to CRLF.
    let text = &text.replace("\r\n", "\n");
    let sources = sources(text)?;
    let file = syn::parse_file(text).map_err(|error| ReadBackError(format!("the file is not valid Rust: {error}")))?;
    service_of(&file, &sources, edition).map_err(|error| ReadBackError(error.to_string()))
}

/// Returns the file names of the pages from the header.
fn sources(text: &str) -> std::result::Result<Vec<String>, ReadBackError> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(ReadBackError(format!("the file does not begin with `{HEADER}`")));
    }
    let sources = lines.next().and_then(|line| line.strip_prefix("// Source: docs-src/"));
    let sources = sources.ok_or_else(|| ReadBackError("the second line does not name the pages".to_owned()))?;
    Ok(sources.split(", docs-src/").map(str::to_owned).collect())
}

fn service_of(file: &syn::File, sources: &[String], edition: Option<Edition>) -> Result<(Service, Identifiers)> {
    let mut enums = Enums::new(file)?;
    let (actions, mut words) = enums.needed("Action", "actions")?;
    let (resource_types, types_words) = enums.needed("ResourceType", "resource_types")?;
    let (condition_keys, keys_words) = enums.needed("ConditionKey", "condition_keys")?;

    let prefix = words.needed("service")?;
    let name = words.needed("name")?;
    let edition = words.name("edition")?.and(edition);
    let to_places = words.word("reference_urls")?;
    let pages: Vec<Page> = words.texts("pages")?.unwrap_or_default().iter().map(|text| page(text, edition)).collect();
    if !pages.iter().map(|page| &page.file).eq(sources) {
        return Err(words.error("`pages` differs from the second line of the file"));
    }
    let dependents_stated = words.word("dependent_actions_stated")?;
    let left_out = if words.word("actions_left_out")? { vec![LeftOut::Actions] } else { Vec::new() };
    let operations = match words.name("operations")? {
        Some(name) => Some(enums.needed(&name, "operations")?),
        None => None,
    };
    words.finish()?;
    enums.finish()?;
    for mut words in [types_words, keys_words] {
        words.same("service", &prefix)?;
        words.finish()?;
    }

    let variants_of = |item: &ItemEnum| item.variants.iter().map(|variant| variant.ident.to_string()).collect();
    let identifiers = Identifiers {
        actions: variants_of(actions),
        resource_types: variants_of(resource_types),
        condition_keys: variants_of(condition_keys),
        operations: operations.as_ref().map(|(item, _)| variants_of(item)).unwrap_or_default(),
    };
    let references = ReferenceNames::new(resource_types, condition_keys, dependents_stated)?;
    let operations = match operations {
        Some((item, mut words)) => {
            words.same("service", &prefix)?;
            words.finish()?;
            item.variants.iter().map(variants::operation).collect::<Result<_>>()?
        }
        None => Vec::new(),
    };
    let mut service = Service {
        pages,
        left_out,
        actions: Vec::new(),
        operations,
        resource_types: resource_types
            .variants
            .iter()
            .map(|item| references.resource_type(item))
            .collect::<Result<_>>()?,
        condition_keys: condition_keys.variants.iter().map(variants::condition_key).collect::<Result<_>>()?,
        prefix,
        name,
    };
    for variant in &actions.variants {
        let (mut action, no_url) = references.action(variant)?;
        if to_places && !no_url && action.url.is_none() {
            action.url = service.reference_url(&action);
        }
        service.actions.push(action);
    }
    Ok((service, identifiers))
}

/// Returns the edition in the generated list of modules, which applies to the pages that do not state one.
#[must_use]
pub fn edition(module_list: &str) -> Option<Edition> {
    constant(module_list, "EDITION")
}

/// Returns the months of the facts in the generated list of modules, even if they equal the edition of the pages.
#[must_use]
pub fn fact_editions(module_list: &str) -> FactEditions {
    FactEditions {
        permission_only: constant(module_list, "PERMISSION_ONLY_EDITION"),
        dependent_actions: constant(module_list, "DEPENDENT_ACTIONS_EDITION"),
    }
}

/// Returns the names of the modules in the generated list of modules.
#[must_use]
pub fn modules(module_list: &str) -> BTreeSet<String> {
    let module = |line: &str| Some(line.trim_end().strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    module_list.lines().filter_map(module).collect()
}

/// Returns the month in a constant of the list of modules.
fn constant(module_list: &str, name: &str) -> Option<Edition> {
    let (_, rest) = module_list.split_once(&format!("const {name}:"))?;
    let (value, _) = rest.split_once(';')?;
    let (_, text) = value.split_once('"')?;
    Edition::parse(text.split_once('"')?.0)
}

/// Returns a page from its file name and, if it has one, its own edition. Otherwise its edition is `catalog`.
fn page(text: &str, catalog: Option<Edition>) -> Page {
    let dated = text.rsplit_once(' ').and_then(|(file, edition)| Some((file, Edition::parse(edition)?)));
    let (file, edition) = dated.map_or((text, catalog), |(file, edition)| (file, Some(edition)));
    Page { file: file.to_owned(), edition }
}

/// The enums of a file that have not been read yet.
struct Enums<'a>(BTreeMap<String, &'a ItemEnum>);

impl<'a> Enums<'a> {
    fn new(file: &'a syn::File) -> Result<Self> {
        let mut enums = BTreeMap::new();
        for item in &file.items {
            match item {
                Item::Enum(item) if enums.insert(item.ident.to_string(), item).is_none() => {}
                other => {
                    return Err(Error::new_spanned(other, "the file contains an item that is not one of its enums"));
                }
            }
        }
        Ok(Self(enums))
    }

    /// Removes an enum, and returns it with the options of its attribute.
    fn needed(&mut self, name: &str, attribute: &str) -> Result<(&'a ItemEnum, Options)> {
        let item = self.0.remove(name);
        let item = item.ok_or_else(|| Error::new(Span::call_site(), format!("missing enum `{name}`")))?;
        Ok((item, options_of(item, attribute)?))
    }

    fn finish(self) -> Result<()> {
        match self.0.into_values().next() {
            Some(item) => Err(Error::new_spanned(item, format!("nothing refers to the enum `{}`", item.ident))),
            None => Ok(()),
        }
    }
}

/// Returns the options of the generator's attribute on an enum.
fn options_of(item: &ItemEnum, attribute: &str) -> Result<Options> {
    let mut options = None;
    for attr in item.attrs.iter().filter(|attr| !attr.path().is_ident("doc")) {
        let path = attr.path();
        let ours = path.segments.len() == 2
            && path.segments.first().is_some_and(|crate_name| crate_name.ident == "catalog_macros")
            && path.segments.last().is_some_and(|name| name.ident == attribute);
        if !ours || options.is_some() {
            return Err(Error::new_spanned(path, format!("`{}` has an unexpected attribute", item.ident)));
        }
        options = Some(Options::parse(attr, &item.ident)?);
    }
    options.ok_or_else(|| Error::new_spanned(&item.ident, format!("`{}` has no attribute `{attribute}`", item.ident)))
}

#[cfg(test)]
mod tests {
    use super::{edition, fact_editions, service};
    use crate::model::{Edition, FactEditions};

    const FILE: &str = include_str!("../tests/fixtures/golden/full/out/catalog/src/services/exmail.rs");

    #[test]
    fn line_ends_make_no_difference() {
        let read_back = service(FILE, None).unwrap();
        assert_eq!(read_back.actions.len(), 7);
        assert_eq!(service(&FILE.replace('\n', "\r\n"), None), Ok(read_back));
    }

    #[test]
    fn the_months_of_the_list_of_modules_are_read() {
        let list = "pub(crate) const EDITION: Option<crate::Edition> = crate::Edition::parse(\"2026-10\");\n\
                    pub(crate) const PERMISSION_ONLY_EDITION: Option<crate::Edition> = None;\n\
                    pub(crate) const DEPENDENT_ACTIONS_EDITION: Option<crate::Edition> = crate::Edition::parse(\n    \
                    \"2026-07\",\n);\n";
        assert_eq!(edition(list), Edition::new(2026, 10));
        let facts = FactEditions { permission_only: None, dependent_actions: Edition::new(2026, 7) };
        assert_eq!(fact_editions(list), facts);
        assert_eq!(edition("pub mod ses;"), None);
    }

    /// Pairs each mistake with its message. Code that the generator does not write is never ignored.
    #[test]
    fn what_the_generator_would_not_write_is_told() {
        for (from, to, said) in [
            ("// @generated", "// written", "the file does not begin with"),
            ("// Source: docs-src/", "// From ", "the second line does not name the pages"),
            ("pub enum Action {", "pub enum Action { {", "the file is not valid Rust: "),
            ("pub enum ResourceType {", "pub enum Types {", "missing enum `ResourceType`"),
            (
                "/// Condition keys of",
                "pub enum Operation {}\n/// Condition keys of",
                "nothing refers to the enum `Operation`",
            ),
            ("/// Condition keys of", "fn f() {}\n/// Condition keys of", "not one of its enums"),
            ("pages(\"list_", "pages(\"list", "`Action`: `pages` differs from the second line of the file"),
            ("dependent_actions_stated", "dependents", "`Action`: unknown option `dependents`"),
            ("dependent_actions_stated", "operations = Operation", "missing enum `Operation`"),
            (
                "#[row(resource_types(required Mailbox))]",
                "#[row(resource_types(Box))]",
                "`SendLetter`: unknown identifier `Box`",
            ),
            ("#[row(resource_types(required Mailbox))]", "#[line]", "`SendLetter`: unknown attribute `line`"),
            ("access_levels(\"Write\")", "access_levels(\"Wirte\")", "`SendLetter`: unknown access level `Wirte`"),
            ("type = Bool", "type = bool", "`IsUrgent`: unknown type `bool`"),
            ("condition_keys(Sender)", "condition_keys(\"Sender\")", "`Mailbox`: `condition_keys` contains a string"),
            ("name = \"read\"", "name = \"read\", name = \"read\"", "`Read`: repeated `name`"),
            (
                "resource_types(service = \"exmail\")",
                "resource_types(service = \"x\")",
                "`ResourceType`: expected `service` to be `exmail`, found `x`",
            ),
            ("    Burn,", "    Burn = 1,", "`Burn`: not a unit variant"),
        ] {
            assert!(FILE.contains(from), "{from}");
            let error = service(&FILE.replacen(from, to, 1), None).unwrap_err().to_string();
            assert!(error.contains(said), "{to}: {error}");
        }
    }
}
