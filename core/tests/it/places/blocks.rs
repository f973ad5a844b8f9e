//! The same of every country: a box, a unit and an address over several lines, with exact ends in running text.
use super::addresses;

#[test]
fn boxes() {
    addresses(&[
        "mail goes to <<PO Box 4410, Boise, ID 83701>>, thanks",
        "<<P.O. Box 12\nSpringfield, IL 62704>>",
        "use <<PO Box 450, Station A, Toronto, ON M5W 1E6>>",
        "<<Case postale 120, Montréal, QC H3B 2L1>>",
        "<<PO Box 55, Leeds LS1 4AP>> is better",
        "<<GPO Box 9876, Sydney NSW 2001>>",
        "<<Locked Bag 20, Hobart TAS 7001>>",
        "<<Postfach 10 20 30, 50667 Köln>>",
        "<<BP 40123, 69003 Lyon>>",
        "<<CS 20045\n35000 Rennes>>",
        "<<Postbus 16350, 2500 BJ Den Haag>>",
        "<<Apartado de Correos 45, 28080 Madrid>>",
        "<<Casella Postale 12, 20121 Milano>>",
    ]);
}

#[test]
fn units() {
    addresses(&[
        "<<1200 Pine St Ste 300, Seattle, WA 98101>>",
        "<<88 Harbor Blvd #12C, Tampa, FL 33602>>",
        "<<45 Rue Wellington, app. 6, Sherbrooke, QC J1H 5E1>>",
        "<<Flat 9, Rowan House, 3 Mill Lane, Bath BA1 2QA>>",
        "<<Suite 4, Level 2, 100 Collins Street, Melbourne VIC 3000>>",
        "<<12/48 Beach Road, Bondi NSW 2026>>",
        "<<Lindenstr. 5, 3. OG links, 10969 Berlin>>",
        "<<Schillerstraße 14, Wohnung 7, 80336 München>>",
        "<<24 rue Monge, bât. C, 3e étage, 75005 Paris>>",
        "<<Nieuwe Binnenweg 12-3, 3014 GB Rotterdam>>",
        "<<Calle Serrano 41, 2º izq., 28001 Madrid>>",
        "<<Via Roma 8, scala B, int. 5, 10121 Torino>>",
    ]);
}

#[test]
fn lines() {
    addresses(&[
        "<<742 Birch Ave\nApt 9\nDenver, CO 80203>>",
        "<<742 Birch Ave\r\nDenver, CO 80203\r\nUSA>>\r\nthanks",
        "<<290 Elm Road\nToronto ON M5V 3L9\nCanada>>",
        "<<14 Church Lane\nWolvercote\nOxford\nOX2 8AR>>",
        "<<Unit 5\n12 George Street\nSydney NSW 2000>>",
        "<<Berliner Straße 7\n60311 Frankfurt am Main\nDeutschland>>",
        "<<12 rue de la Paix\n75002 Paris\nFrance>>",
        "<<Zuidplein 36\n1077 XV Amsterdam>>",
        "<<Calle Mayor 5\n28013 Madrid\nEspaña>>",
        "<<Via Garibaldi 12\n20121 Milano MI\nItalia>>",
        "Kind regards\nMy address:\n<<9 Rowan Way\nYork YO1 7AB>>\nTel. follows",
    ]);
}
