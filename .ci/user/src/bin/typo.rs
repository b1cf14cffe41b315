//! A program that must not compile, because a name has a typo. `.ci/package` checks the compile error.

const SEND: catalog::ses::Action = catalog::action!("ses:SendEmial");

fn main() {
    println!("{SEND}");
}
