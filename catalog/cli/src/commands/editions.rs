//! `catalog editions`: prints the month of the reference that the answers come from, and the facts and services that
//! are older.

use std::{
    fmt::{self, Write as _},
    process::ExitCode,
};

use catalog::{Edition, FactKind};

use crate::console;

/// Prints the newest edition, then the facts, services and pages of other editions.
pub(crate) fn run() -> ExitCode {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut text);
    console::print(&text)
}

fn write(text: &mut String) -> fmt::Result {
    let newest = catalog::edition();
    let services = catalog::services();
    writeln!(text, "{} services, as AWS documented them in {}", services.len(), month(newest))?;
    let of_facts = [
        (FactKind::PermissionOnlyMarks, "which actions are permission-only"),
        (FactKind::DependentActions, "dependent actions"),
    ];
    for (kind, facts) in of_facts {
        let edition = catalog::edition_of(kind);
        if edition != newest {
            writeln!(text, "{facts}: {}", month(edition))?;
        }
    }
    for service in services.clone().filter(|service| service.edition() != newest) {
        writeln!(text, "{} ({service}): {}", service.prefix(), month(service.edition()))?;
    }
    // If a service has several pages, only some of them may be older.
    for service in services {
        for page in service.pages().filter(|page| page.edition != service.edition()) {
            let (prefix, month) = (service.prefix(), month(page.edition));
            writeln!(text, "{prefix}: {}, which fills gaps in newer pages: {month}", page.file_name)?;
        }
    }
    Ok(())
}

fn month(edition: Option<Edition>) -> String {
    edition.map_or_else(|| "an unknown month".to_owned(), |edition| edition.to_string())
}
