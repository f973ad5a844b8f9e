//! France (and French Belgium): number, type, name; the postal code before the city.
use super::{addresses, none};

#[test]
fn french_addresses() {
    addresses(&[
        "J'habite au <<12 rue de la Paix, 75002 Paris>>.",
        "<<12, rue de la Paix 75002 Paris>>",
        "mon adresse: <<5 bis avenue Victor Hugo, 69006 Lyon>>",
        "<<27 boulevard Voltaire\n75011 Paris>>",
        "livrer au <<3 impasse des Lilas, 31000 Toulouse>>",
        "<<14 quai de la Fosse, 44000 Nantes>>",
        "<<8 allée des Cerisiers, 33700 Mérignac>>",
        "<<22 chemin du Moulin, 13100 Aix-en-Provence>>",
        "<<1 place de la République, 59800 Lille>>",
        "<<45 rue Saint-Antoine, Bât. B, 75004 Paris>>",
        "<<45 rue Saint-Antoine, appartement 12, 75004 Paris>>",
        "<<10 rue du 8 mai 1945, 94270 Le Kremlin-Bicêtre>>",
        "<<12 rue victor hugo 75011 paris>> merci",
        "j'habite <<12 rue des lilas>> à côté",
        "<<110 avenue du Général de Gaulle, 92200 Neuilly-sur-Seine>>",
        "<<7 rue de l'Église, 67000 Strasbourg>>",
        "<<3 rue d'Alésia, 75014 Paris, France>>",
        "adresse de livraison : <<16 rue Jean Jaurès, 29200 Brest>>",
        "<<2 cours Mirabeau, 13100 Aix-en-Provence>>",
        "<<9 square des Batignolles, 75017 Paris>>",
        "<<33 route de Vienne, 69007 Lyon>>",
        "<<12 RUE DE LA PAIX 75002 PARIS>>",
        "<<18 bd Haussmann, 75009 Paris Cedex 09>>",
        "<<4 av. Jean Médecin, 06000 Nice>>",
        "<<BP 123, 75001 Paris>>",
        "<<52 rue Nationale, F-37000 Tours>>",
        "<<Rue de la Loi 16, 1000 Bruxelles>>",
        "<<Avenue Louise 54, 1050 Bruxelles, Belgique>>",
        "<<Rue Neuve 123 bte 5, 1000 Bruxelles>>",
    ]);
}

#[test]
fn no_french_addresses() {
    none(&[
        "la rue est fermée depuis 3 jours",
        "j'attends dans la rue depuis 20 minutes",
        "the rue is closed",
        "il me reste 2 places de parking",
        "j'ai pris 3 cours de yoga",
        "commande 75011 en cours",
        "en cours 3 articles",
        "place 12 dans la file",
        "un passage à 5 euros",
        "route 66 c'est loin",
        "j'ai 12 avenues possibles",
        "sur la place il y a 20 personnes",
        "le quai 3 est bondé",
        "chemin 12 fois plus long",
        "bp 120/80 c'est bien",
    ]);
}
