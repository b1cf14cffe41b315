// What is denied here is a warning everywhere else.
#![deny(deprecated)]

const RETIRED: &str = catalog::include_policy!("policies/retired.json");

fn main() {
    println!("{RETIRED}");
}
