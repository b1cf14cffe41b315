fn main() {
    catalog::action!("ses:Send*");
}
