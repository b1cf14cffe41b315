//! A generated service file → the model: the inverse of [`emit`](crate::emit), so that what is committed can be compared.
//!
//! Everything of the model is in the file, and everything in the file is read: a word that the generator does not write
//! is an error, not something to pass over.

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

/// The reason why a generated file cannot be read back, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadBackError(String);

impl fmt::Display for ReadBackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReadBackError {}

/// The service that a generated file describes.
///
/// `edition` is the one of the pages that state none of their own, which the list of modules has: [`edition`].
///
/// # Errors
///
/// Returns an error that names what the generator would not have written.
pub fn service(text: &str, edition: Option<Edition>) -> std::result::Result<Service, ReadBackError> {
    named(text, edition).map(|(service, _)| service)
}

/// Reads the service that a generated file describes, and the identifiers of its names.
///
/// # Errors
///
/// Returns an error that names what the generator would not have written.
pub fn named(text: &str, edition: Option<Edition>) -> std::result::Result<(Service, Identifiers), ReadBackError> {
    // A checkout may have turned line ends into CRLF.
    let text = &text.replace("\r\n", "\n");
    let sources = sources(text)?;
    let file = syn::parse_file(text).map_err(|error| ReadBackError(format!("it is not Rust: {error}")))?;
    service_of(&file, &sources, edition).map_err(|error| ReadBackError(error.to_string()))
}

/// The file names of the pages, from the header.
fn sources(text: &str) -> std::result::Result<Vec<String>, ReadBackError> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(ReadBackError(format!("it does not begin with `{HEADER}`")));
    }
    let sources = lines.next().and_then(|line| line.strip_prefix("// Source: docs-src/"));
    let sources = sources.ok_or_else(|| ReadBackError("its second line does not name its pages".to_owned()))?;
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
        return Err(words.error("`pages` are not those of its second line"));
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

/// Returns the edition that the generated list of modules states for the pages that state none of their own.
#[must_use]
pub fn edition(module_list: &str) -> Option<Edition> {
    constant(module_list, "EDITION")
}

/// Returns the months of the facts that the generated list of modules states, also where they are those of the pages.
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

/// A page: its file, and its edition where that is not the given one.
fn page(text: &str, catalog: Option<Edition>) -> Page {
    let dated = text.rsplit_once(' ').and_then(|(file, edition)| Some((file, Edition::parse(edition)?)));
    let (file, edition) = dated.map_or((text, catalog), |(file, edition)| (file, Some(edition)));
    Page { file: file.to_owned(), edition }
}

/// The enums of a file that are still to be read.
struct Enums<'a>(BTreeMap<String, &'a ItemEnum>);

impl<'a> Enums<'a> {
    fn new(file: &'a syn::File) -> Result<Self> {
        let mut enums = BTreeMap::new();
        for item in &file.items {
            match item {
                Item::Enum(item) if enums.insert(item.ident.to_string(), item).is_none() => {}
                other => return Err(Error::new_spanned(other, "it holds something that is none of its enums")),
            }
        }
        Ok(Self(enums))
    }

    /// An enum and the options of its attribute.
    fn needed(&mut self, name: &str, attribute: &str) -> Result<(&'a ItemEnum, Options)> {
        let item = self.0.remove(name);
        let item = item.ok_or_else(|| Error::new(Span::call_site(), format!("there is no enum `{name}`")))?;
        Ok((item, options_of(item, attribute)?))
    }

    fn finish(self) -> Result<()> {
        match self.0.into_values().next() {
            Some(item) => Err(Error::new_spanned(item, format!("nothing refers to the enum `{}`", item.ident))),
            None => Ok(()),
        }
    }
}

/// The options of the attribute that makes an enum one of the generator's.
fn options_of(item: &ItemEnum, attribute: &str) -> Result<Options> {
    let mut options = None;
    for attr in item.attrs.iter().filter(|attr| !attr.path().is_ident("doc")) {
        let path = attr.path();
        let ours = path.segments.len() == 2
            && path.segments.first().is_some_and(|crate_name| crate_name.ident == "catalog_macros")
            && path.segments.last().is_some_and(|name| name.ident == attribute);
        if !ours || options.is_some() {
            return Err(Error::new_spanned(path, format!("`{}` has an attribute it should not have", item.ident)));
        }
        options = Some(Options::parse(attr, &item.ident)?);
    }
    options.ok_or_else(|| Error::new_spanned(&item.ident, format!("`{}` has no `{attribute}`", item.ident)))
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

    /// Each slip with what is said about it: nothing that the generator would not write is passed over.
    #[test]
    fn what_the_generator_would_not_write_is_told() {
        for (from, to, said) in [
            ("// @generated", "// written", "it does not begin with"),
            ("// Source: docs-src/", "// From ", "its second line does not name its pages"),
            ("pub enum Action {", "pub enum Action { {", "it is not Rust: "),
            ("pub enum ResourceType {", "pub enum Types {", "there is no enum `ResourceType`"),
            (
                "/// Condition keys of",
                "pub enum Operation {}\n/// Condition keys of",
                "nothing refers to the enum `Operation`",
            ),
            ("/// Condition keys of", "fn f() {}\n/// Condition keys of", "none of its enums"),
            ("pages(\"list_", "pages(\"list", "`Action`: `pages` are not those of its second line"),
            ("dependent_actions_stated", "dependents", "`Action`: unknown option `dependents`"),
            ("dependent_actions_stated", "operations = Operation", "there is no enum `Operation`"),
            (
                "#[row(resource_types(required Mailbox))]",
                "#[row(resource_types(Box))]",
                "`SendLetter`: there is no `Box`",
            ),
            ("#[row(resource_types(required Mailbox))]", "#[line]", "`SendLetter`: unknown attribute `line`"),
            ("access_levels(\"Write\")", "access_levels(\"Wirte\")", "`SendLetter`: unknown access level `Wirte`"),
            ("type = Bool", "type = bool", "`IsUrgent`: unknown type `bool`"),
            ("condition_keys(Sender)", "condition_keys(\"Sender\")", "`Mailbox`: `condition_keys` holds a text"),
            ("name = \"read\"", "name = \"read\", name = \"read\"", "`Read`: `name` is there twice"),
            (
                "resource_types(service = \"exmail\")",
                "resource_types(service = \"x\")",
                "`ResourceType`: `service` is `x`",
            ),
            ("    Burn,", "    Burn = 1,", "`Burn`: not a plain variant"),
        ] {
            assert!(FILE.contains(from), "{from}");
            let error = service(&FILE.replacen(from, to, 1), None).unwrap_err().to_string();
            assert!(error.contains(said), "{to}: {error}");
        }
    }
}
