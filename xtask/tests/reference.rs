//! The parser against whole folders of AWS's own pages, and against pages that have come to harm.
//!
//! The folders are not part of this repository: `CATALOG_PAGES` names where they are.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use std::path::Path;
use xtask::diagnostic::{Code, Diagnostic};
use xtask::lower::Lowered;
use xtask::source::{Source, Sources};
use xtask::{pipeline, read};

fn page(text: &str) -> (Option<Lowered>, Vec<Diagnostic>) {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let file = Sources::default().add(source.clone());
    pipeline::page(file, &source)
}

/// The counts of FORMAT.md for the revision of 2018-04-25, page by page: nothing is lost, nothing is made up.
#[test]
fn every_row_of_2018_is_read() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        return println!("skipped: CATALOG_PAGES does not name the folder of pages");
    };
    let path = Path::new(&pages).join("2018-04");
    if !path.is_dir() {
        return println!("skipped: there is no {}", path.display());
    }
    let mut errors = Vec::new();
    let folder = read::folder(&path, "2018-04", &mut errors);
    let mut services = Vec::new();
    for &file in &folder.pages {
        let (lowered, mut found) = pipeline::page(file, folder.sources.get(file).unwrap());
        services.extend(lowered.map(|lowered| lowered.service));
        errors.append(&mut found);
    }
    // Three keys that AWS lists twice, two of them in different case.
    assert_eq!(errors.iter().map(|error| error.code).collect::<Vec<_>>(), [Code::RepeatedName; 3]);

    let prefixes: std::collections::BTreeSet<_> = services.iter().map(|service| &service.prefix).collect();
    let left_out = services.iter().filter(|service| !service.left_out.is_empty()).count();
    assert_eq!((services.len(), prefixes.len(), left_out), (138, 136, 32));
    let actions: Vec<_> = services.iter().flat_map(|service| &service.actions).collect();
    let permission_only = actions.iter().filter(|action| action.permission_only).count();
    let without_link = actions.iter().filter(|action| action.url.is_none()).count();
    assert_eq!((actions.len(), permission_only, without_link), (2274, 21, 148));
    let resources: Vec<_> =
        actions.iter().flat_map(|action| &action.rows).flat_map(|row| &row.resource_types).collect();
    let required = resources.iter().filter(|resource| resource.required).count();
    assert_eq!((required, resources.len() - required), (747, 11));
    let rows = || actions.iter().flat_map(|action| &action.rows);
    let with_keys = rows().filter(|row| !row.condition_keys.is_empty()).count();
    let with_dependents =
        rows().filter(|row| row.dependent_actions.as_ref().is_some_and(|list| !list.is_empty())).count();
    assert_eq!((with_keys, with_dependents), (32, 13));
    let resource_types: usize = services.iter().map(|service| service.resource_types.len()).sum();
    let condition_keys: usize = services.iter().map(|service| service.condition_keys.len()).sum();
    assert_eq!((resource_types, condition_keys), (299, 176));
}

/// Where a page comes to harm, and how.
fn harm() -> impl Strategy<Value = Vec<(prop::sample::Index, Option<&'static str>)>> {
    let pieces = [
        "|",
        "\n",
        "\n\n",
        "`",
        "[",
        "](",
        ")",
        "\\",
        "*",
        "**",
        "<a>",
        "<",
        "    ",
        "\n> ",
        "\n- ",
        "<!--",
        "\u{a0}",
        "\r",
        "\n| x |\n",
        "\n| --- |\n",
        "\n## ",
        "# ",
        "\t",
        "<br />",
        "é",
        "<table><tr>",
        "```\n",
        "\n<!--\n",
        "\n<div>\n",
        "\n```\n",
        "\n    ",
        "\n+ ",
        "\n1. ",
        "\n---\n",
        "\n> ",
    ];
    prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(prop::sample::select(pieces.to_vec()))), 1..4)
}

proptest! {
    #[test]
    fn no_text_brings_the_parser_down(text in any::<String>()) {
        let (lowered, errors) = page(&text);
        prop_assert!(lowered.is_none() && !errors.is_empty());
    }

    /// A page that has lost characters or gained some is either refused, or each of its rows is in the model.
    #[test]
    fn no_row_is_lost_without_a_word(harm in harm()) {
        let mut text = include_str!("fixtures/golden/full/docs-src/list_examplemail.md").to_owned();
        for (place, piece) in harm {
            let place = place.index(text.len());
            let Some((at, _)) = text.char_indices().take_while(|(at, _)| *at <= place).last() else { continue };
            // Markdown cares most about how a line begins.
            let at = if at % 2 == 0 { at } else { text.get(..at).and_then(|front| front.rfind('\n')).map_or(0, |end| end + 1) };
            match piece {
                Some(piece) => text.insert_str(at, piece),
                None => drop(text.remove(at)),
            }
        }
        let (lowered, errors) = page(&text);
        if errors.is_empty() {
            let service = lowered.unwrap().service;
            let rows = service.actions.len() + service.resource_types.len() + service.condition_keys.len();
            prop_assert_eq!(rows, 7 + 3 + 6, "{}", text);
        }
    }
}
