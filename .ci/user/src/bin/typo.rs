//! Does not compile, because the name has a typo.

const SEND: catalog::ses::Action = catalog::action!("ses:SendEmial");

fn main() {
    println!("{SEND}");
}
