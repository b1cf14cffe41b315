// The findings are only warnings by default. This lint level makes them errors.
#![deny(deprecated)]

const RETIRED: &str = catalog::include_policy!("policies/retired.json");

fn main() {
    println!("{RETIRED}");
}
