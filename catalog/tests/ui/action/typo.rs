const SEND: catalog::ses::Action = catalog::action!("ses:SendEmial");

fn main() {}
