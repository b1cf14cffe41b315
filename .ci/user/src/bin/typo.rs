//! A program that must not compile, because a name in it has a typo.

const SEND: catalog::ses::Action = catalog::action!("ses:SendEmial");

fn main() {
    println!("{SEND}");
}
