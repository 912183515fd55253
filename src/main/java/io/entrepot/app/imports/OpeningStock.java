package io.entrepot.app.imports;

/** Whether an order file may create goods. */
public enum OpeningStock {
  /** Its orders find what the catalogue and the ledger have. */
  AS_IT_IS,

  /**
   * The product mapping beside the order mapping makes the file's products known and receives their
   * stock first, once a file: for a demo or a first load.
   */
  FROM_FILE
}
