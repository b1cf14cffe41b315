// The findings are only warnings by default. This lint level makes them errors.
#![deny(deprecated)]

const BROAD: &str = catalog::include_policy!("policies/broad.json");

fn main() {
    println!("{BROAD}");
}
