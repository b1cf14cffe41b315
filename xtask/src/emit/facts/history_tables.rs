//! Formats the tables of retired names and of first listings of actions, which `catalog-core` reads.

use super::table_file::{CORE, file_from, lines, string};
use crate::emit::file::File;
use crate::facts::{FactFile, FirstListed, History, ListedName, Retired, retired};
use crate::model::Edition;
use catalog_core::NameKind;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the files of both tables. The tables contain everything in `history`.
pub(super) fn files(history: &History) -> [File; 2] {
    [retired_file(&history.retired), first_listed_file(&history.first_listed)]
}

/// The names by month.
type Months<'a> = BTreeMap<Edition, Vec<&'a str>>;

fn retired_file(retired: &Retired) -> File {
    let title = "Names that AWS's reference no longer lists, each with the month in which it was last listed.";
    let docs = with_source(title, retired.source.as_deref());
    let mut names: BTreeMap<(&str, &str), Months<'_>> = BTreeMap::new();
    for (ListedName { kind, service, name }, month) in retired.names.values() {
        names.entry((service, kind.word())).or_default().entry(*month).or_default().push(name);
    }
    let services: BTreeSet<&str> =
        names.keys().map(|(service, _)| *service).chain(retired.services.keys().map(String::as_str)).collect();
    let services = services.into_iter().map(|service| {
        let of_kind = |kind: NameKind| lines(&rows(names.get(&(service, kind.word()))));
        let last_listed = retired.services.get(service).map(ToString::to_string).unwrap_or_default();
        let (prefix, last_listed) = (string(service), string(&last_listed));
        let [actions, condition_keys, resource_types] = NameKind::ALL.map(of_kind);
        quote! {
            RetiredService {
                prefix: #prefix,
                last_listed: #last_listed,
                actions: #actions,
                resource_types: #resource_types,
                condition_keys: #condition_keys,
            }
        }
    });
    let items = quote! {
        use crate::retired::RetiredService;

        #[doc = " The services, sorted by prefix. A row is a month and names. A `+` in a name represents a space."]
        pub(crate) const RETIRED_SERVICES: &[RetiredService] = &[#(#services),*];
    };
    file_from(CORE, &format!("docs-src/{}", retired::FILE), &docs, &items)
}

fn first_listed_file(first_listed: &FirstListed) -> File {
    let title = "The month in which AWS's reference first listed an action.";
    let docs = with_source(title, first_listed.source.as_deref());
    let mut services: BTreeMap<&str, Months<'_>> = BTreeMap::new();
    for listing in first_listed.actions.values() {
        let (service, name) = listing.name.split_once(':').unwrap_or_default();
        services.entry(service).or_default().entry(listing.month).or_default().push(name);
    }
    let services = services.iter().map(|(service, months)| {
        let (service, rows) = (string(service), lines(&rows(Some(months))));
        quote! { (#service, #rows) }
    });
    let known_since = string(&first_listed.known_since.map(|month| month.to_string()).unwrap_or_default());
    let items = quote! {
        #[doc = " The oldest known month. An action that is not in the table was first listed in it or earlier."]
        pub(crate) const KNOWN_SINCE: &str = #known_since;

        #[doc = " The services, sorted by prefix, each with its rows: a month and the actions first listed in it."]
        pub(crate) const FIRST_LISTED: &[(&str, &str)] = &[#(#services),*];
    };
    file_from(CORE, &FactFile::FirstListed.path(), &docs, &items)
}

/// Returns a row for each month: the month, and the names in order. A space in the name of a resource type becomes `+`.
fn rows(months: Option<&Months<'_>>) -> Vec<String> {
    let row = |(month, names): (&Edition, &Vec<&str>)| {
        let mut names: Vec<String> = names.iter().map(|name| name.replace(' ', "+")).collect();
        names.sort_unstable();
        format!("{month} {}", names.join(" "))
    };
    months.into_iter().flatten().map(row).collect()
}

fn with_source(title: &str, source: Option<&str>) -> String {
    match source {
        Some(source) => format!("{title}\n\nSource: <{source}>."),
        None => title.to_owned(),
    }
}
