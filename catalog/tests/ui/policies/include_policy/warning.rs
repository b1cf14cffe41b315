// What is denied here is a warning everywhere else.
#![deny(deprecated)]

const BROAD: &str = catalog::include_policy!("policies/broad.json");

fn main() {
    println!("{BROAD}");
}
