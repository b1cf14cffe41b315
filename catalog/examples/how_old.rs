//! Prints how old the catalog is, and which services are older than the rest: `cargo run --example how_old`.

use catalog::Edition;

/// An edition in words.
fn told(edition: Option<Edition>) -> String {
    edition.map_or_else(|| "an unknown month".to_owned(), |edition| edition.to_string())
}

fn main() {
    let newest = catalog::edition();
    println!("{} services, as AWS documented them in {}", catalog::services().len(), told(newest));
    for service in catalog::services().filter(|service| service.edition() != newest) {
        println!("{} ({service}) is of {}", service.prefix(), told(service.edition()));
    }
    // A service of several pages can be older in part.
    for service in catalog::services() {
        for page in service.pages().filter(|page| page.edition != service.edition()) {
            println!(
                "{}: {} is of {}, and lends no more than words",
                service.prefix(),
                page.file_name,
                told(page.edition)
            );
        }
    }
}
